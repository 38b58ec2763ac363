// SPDX-License-Identifier: Apache-2.0
/** Takes in lists of learners from files, and takes them back again. */
@NullMarked
package org.huifang.intake;

import org.jspecify.annotations.NullMarked;
