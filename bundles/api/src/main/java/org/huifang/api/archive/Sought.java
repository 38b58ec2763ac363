// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import org.jspecify.annotations.Nullable;

/**
 * What a list says of a person whose file is looked for; "" is "not said".
 *
 * @param key as the list knows the person, or null
 */
public record Sought(@Nullable PersonKey key, String name, String email, String phone) {}
