// SPDX-License-Identifier: Apache-2.0
/**
 * Reads rosters from a school's administration that speaks OneRoster 1.2. Start at
 * {@link org.huifang.oneroster.ReadRosters}.
 */
@NullMarked
package org.huifang.oneroster;

import org.jspecify.annotations.NullMarked;
