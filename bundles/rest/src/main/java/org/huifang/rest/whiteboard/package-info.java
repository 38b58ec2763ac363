// SPDX-License-Identifier: Apache-2.0
/**
 * Serves whatever is registered as a Jakarta REST resource, through updates and behind one role check. Start at
 * {@link org.huifang.rest.whiteboard.RestServlet}.
 */
@NullMarked
package org.huifang.rest.whiteboard;

import org.jspecify.annotations.NullMarked;
