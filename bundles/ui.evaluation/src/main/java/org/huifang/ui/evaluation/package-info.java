// SPDX-License-Identifier: Apache-2.0
/** Shows the measures with their n, interval and definition, in one course or in all. */
@NullMarked
package org.huifang.ui.evaluation;

import org.jspecify.annotations.NullMarked;
