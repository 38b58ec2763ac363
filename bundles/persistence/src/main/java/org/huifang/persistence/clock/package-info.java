// SPDX-License-Identifier: Apache-2.0
/** The clock that the product runs on: the system's, and how far it has been moved ahead. */
@NullMarked
package org.huifang.persistence.clock;

import org.jspecify.annotations.NullMarked;
