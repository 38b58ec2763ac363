// SPDX-License-Identifier: Apache-2.0
/** When a school works, and when and how often people may be contacted. Start at {@link org.huifang.api.calendar.Calendars}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.calendar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
