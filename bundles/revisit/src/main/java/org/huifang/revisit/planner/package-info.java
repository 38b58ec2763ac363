// SPDX-License-Identifier: Apache-2.0
/** Decides when, and on which channel, one person is contacted about what is owed. Start at {@link Planner}. */
@NullMarked
package org.huifang.revisit.planner;

import org.jspecify.annotations.NullMarked;
