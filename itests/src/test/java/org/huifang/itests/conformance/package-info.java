// SPDX-License-Identifier: Apache-2.0
/** What the standards ask, row by row, and the test that shows it. */
@NullMarked
package org.huifang.itests.conformance;

import org.jspecify.annotations.NullMarked;
