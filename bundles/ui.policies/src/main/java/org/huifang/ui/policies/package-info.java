// SPDX-License-Identifier: Apache-2.0
/**
 * Shows and sets the rules of a school: when and how often people are contacted, its calendar, and what consent is asked
 * for.
 */
@NullMarked
package org.huifang.ui.policies;

import org.jspecify.annotations.NullMarked;
