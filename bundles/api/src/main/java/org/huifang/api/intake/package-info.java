// SPDX-License-Identifier: Apache-2.0
/** Lists of learners that come in from files and go out as files. Start at {@link org.huifang.api.intake.Intake}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
