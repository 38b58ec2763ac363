// SPDX-License-Identifier: Apache-2.0
/**
 * Shows supervisors who is called on when, and lets them change it: plans with a preview on the real roster, and rules for
 * special cases with a test on history.
 */
@NullMarked
package org.huifang.ui.plan;

import org.jspecify.annotations.NullMarked;
