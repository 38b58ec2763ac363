// SPDX-License-Identifier: Apache-2.0
/** Shows staff how talk scripts are written, tried out, approved and compared. */
@NullMarked
package org.huifang.ui.script;

import org.jspecify.annotations.NullMarked;
