// SPDX-License-Identifier: Apache-2.0
/** The main job from end to end, as its users see it. */
@NullMarked
package org.huifang.itests.flows;

import org.jspecify.annotations.NullMarked;
