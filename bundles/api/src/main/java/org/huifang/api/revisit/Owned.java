// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an open obligation asks of whoever takes it over.
 *
 * @param minutes that it takes
 * @param skill that they need, one of {@link org.huifang.api.staff.Agent#skills}, or null
 */
public record Owned(UUID id, UUID learner, UUID course, Origin origin, int minutes, @Nullable String skill) {}
