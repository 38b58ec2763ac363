// SPDX-License-Identifier: Apache-2.0
/** The arrows between bundles. */
@NullMarked
package org.huifang.itests.wiring;

import org.jspecify.annotations.NullMarked;
