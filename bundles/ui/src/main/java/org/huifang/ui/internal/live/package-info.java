// SPDX-License-Identifier: Apache-2.0
/** Brings committed changes to the views that are open. */
@NullMarked
package org.huifang.ui.internal.live;

import org.jspecify.annotations.NullMarked;
