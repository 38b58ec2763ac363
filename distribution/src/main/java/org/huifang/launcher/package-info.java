// SPDX-License-Identifier: Apache-2.0
/** Starts Huifang as one process and packs it: launcher, archives, service unit, container image. */
@NullMarked
package org.huifang.launcher;

import org.jspecify.annotations.NullMarked;
