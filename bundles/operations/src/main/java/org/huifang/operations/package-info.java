// SPDX-License-Identifier: Apache-2.0
/** Lets an operator see and steer the running product: health, commands, the way to a quiet end. */
@NullMarked
package org.huifang.operations;

import org.jspecify.annotations.NullMarked;
