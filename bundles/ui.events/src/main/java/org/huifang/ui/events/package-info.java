// SPDX-License-Identifier: Apache-2.0
/** Shows and sets who may send events and where hooks go out, and what went wrong on the way. */
@NullMarked
package org.huifang.ui.events;

import org.jspecify.annotations.NullMarked;
