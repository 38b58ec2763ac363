// SPDX-License-Identifier: Apache-2.0
/** What is owed to each learner, when it falls due, and what was done about it. */
@NullMarked
package org.huifang.revisit;

import org.jspecify.annotations.NullMarked;
