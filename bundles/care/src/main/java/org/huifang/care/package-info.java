// SPDX-License-Identifier: Apache-2.0
/** Wishes learners well on their birthdays, at festivals and at milestones, within the limits of all contacts, and never sells. */
@NullMarked
package org.huifang.care;

import org.jspecify.annotations.NullMarked;
