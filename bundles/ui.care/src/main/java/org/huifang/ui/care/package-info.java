// SPDX-License-Identifier: Apache-2.0
/** Shows supervisors who is greeted and when, lets them write greetings that sell nothing, and says why one was not sent. */
@NullMarked
package org.huifang.ui.care;

import org.jspecify.annotations.NullMarked;
