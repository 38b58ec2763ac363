// SPDX-License-Identifier: Apache-2.0
/** Who carries out the work: skills, hours, absences, training. Start at {@link org.huifang.api.staff.Staff}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.staff;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
