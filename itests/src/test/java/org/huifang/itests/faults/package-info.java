// SPDX-License-Identifier: Apache-2.0
/** What must not go wrong does not: bad input, kills, races. */
@NullMarked
package org.huifang.itests.faults;

import org.jspecify.annotations.NullMarked;
