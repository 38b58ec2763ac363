// SPDX-License-Identifier: Apache-2.0
/** Reads and writes lists as files, row by row. Start at {@link org.huifang.intake.file.ListFile}. */
@NullMarked
package org.huifang.intake.file;

import org.jspecify.annotations.NullMarked;
