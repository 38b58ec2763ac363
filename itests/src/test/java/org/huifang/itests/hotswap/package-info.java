// SPDX-License-Identifier: Apache-2.0
/** Bundles come, change and go while people work. */
@NullMarked
package org.huifang.itests.hotswap;

import org.jspecify.annotations.NullMarked;
