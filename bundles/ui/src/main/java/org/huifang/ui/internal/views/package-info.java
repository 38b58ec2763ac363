// SPDX-License-Identifier: Apache-2.0
/** Which views are there, where, and for whom. */
@NullMarked
package org.huifang.ui.internal.views;

import org.jspecify.annotations.NullMarked;
