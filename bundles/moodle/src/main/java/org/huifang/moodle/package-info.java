// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what Moodle offers beyond LTI: its log in a table of the school's choice, and its web services. Start at
 * {@link org.huifang.moodle.FollowLog}.
 */
@NullMarked
package org.huifang.moodle;

import org.jspecify.annotations.NullMarked;
