// SPDX-License-Identifier: Apache-2.0
/** Who carries out revisits and who answers for them: skills, hours, absences, trainings. */
@NullMarked
package org.huifang.staff;

import org.jspecify.annotations.NullMarked;
