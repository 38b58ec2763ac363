// SPDX-License-Identifier: Apache-2.0
/** Messages in three languages, from the files of every bundle. */
@NullMarked
package org.huifang.ui.internal.texts;

import org.jspecify.annotations.NullMarked;
