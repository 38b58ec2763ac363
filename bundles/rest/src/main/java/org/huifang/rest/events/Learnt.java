// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A learning event that was read.
 *
 * @param key its id
 * @param kind as it is counted when it says nothing that a file keeps
 * @param fact what it says of a learner, or null
 */
record Learnt(String key, String kind, @Nullable Fact fact) {}
