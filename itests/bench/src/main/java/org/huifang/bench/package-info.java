// SPDX-License-Identifier: Apache-2.0
/** Measures the built distribution as ratios to what its database does in the same run. Start at {@link Bench}. */
@NullMarked
package org.huifang.bench;

import org.jspecify.annotations.NullMarked;
