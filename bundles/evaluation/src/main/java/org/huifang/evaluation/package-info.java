// SPDX-License-Identifier: Apache-2.0
/** Whether the revisits happen and whether they help: measures with their n and interval. */
@NullMarked
package org.huifang.evaluation;

import org.jspecify.annotations.NullMarked;
