// SPDX-License-Identifier: Apache-2.0
/** A view to copy: how many learners of each course joined in which week. */
@NullMarked
package org.huifang.ui.sample;

import org.jspecify.annotations.NullMarked;
