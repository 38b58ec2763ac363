// SPDX-License-Identifier: Apache-2.0
/** Shows admins and supervisors how a list comes in: its file, its columns, the check, the run, and the way back. */
@NullMarked
package org.huifang.ui.intake;

import org.jspecify.annotations.NullMarked;
