// SPDX-License-Identifier: Apache-2.0
/**
 * Shows staff the problems that people raised: who answers, how long there is, what is missing before one is closed, and what is changed because of them.
 */
@NullMarked
package org.huifang.ui.ticket;

import org.jspecify.annotations.NullMarked;
