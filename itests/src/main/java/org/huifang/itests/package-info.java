// SPDX-License-Identifier: Apache-2.0
/** Drives the built distribution from outside: over HTTP, in a real browser, with a kill in between. */
@NullMarked
package org.huifang.itests;

import org.jspecify.annotations.NullMarked;
