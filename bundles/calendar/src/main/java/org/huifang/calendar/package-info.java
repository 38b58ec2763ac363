// SPDX-License-Identifier: Apache-2.0
/** Keeps when a school works, and when and how often people may be contacted, as dated data. */
@NullMarked
package org.huifang.calendar;

import org.jspecify.annotations.NullMarked;
