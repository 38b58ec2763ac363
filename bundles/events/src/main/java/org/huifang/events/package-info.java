// SPDX-License-Identifier: Apache-2.0
/** What is kept about events at the doors: letters that were not understood, gaps, and the hooks that go out. */
@NullMarked
package org.huifang.events;

import org.jspecify.annotations.NullMarked;
