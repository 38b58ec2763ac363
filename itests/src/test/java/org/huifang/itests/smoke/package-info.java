// SPDX-License-Identifier: Apache-2.0
/** The distribution starts, stops, refuses and tells why. */
@NullMarked
package org.huifang.itests.smoke;

import org.jspecify.annotations.NullMarked;
