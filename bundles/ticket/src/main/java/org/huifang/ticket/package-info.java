// SPDX-License-Identifier: Apache-2.0
/** Problems that people raised, until they say themselves that they are solved, and what is changed so that they come no more. */
@NullMarked
package org.huifang.ticket;

import org.jspecify.annotations.NullMarked;
