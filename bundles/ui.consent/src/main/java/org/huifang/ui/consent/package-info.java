// SPDX-License-Identifier: Apache-2.0
/**
 * Shows staff what each person agreed to, with proof, and what learners ask to have changed; records what was said on
 * the phone.
 */
@NullMarked
package org.huifang.ui.consent;

import org.jspecify.annotations.NullMarked;
