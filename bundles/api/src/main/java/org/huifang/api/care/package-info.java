// SPDX-License-Identifier: Apache-2.0
/** Greetings that sell nothing: birthdays, festivals, milestones. Start at {@link org.huifang.api.care.Greetings}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.care;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
