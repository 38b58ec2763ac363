// SPDX-License-Identifier: Apache-2.0
/** Shows supervisors their team: load, absences, trainings, who answers for what, and whether there are enough of them. */
@NullMarked
package org.huifang.ui.staff;

import org.jspecify.annotations.NullMarked;
