// SPDX-License-Identifier: Apache-2.0
/** Shows learners what is asked of them, what they agreed to and what is known of them, and lets them change it. */
@NullMarked
package org.huifang.ui.learner;

import org.jspecify.annotations.NullMarked;
