// SPDX-License-Identifier: Apache-2.0
/**
 * The doors for other programs: signed hooks that come in, and the REST API with its description. Start at
 * {@link org.huifang.rest.hooks.HooksServlet} and {@link org.huifang.rest.whiteboard.RestServlet}.
 */
@NullMarked
package org.huifang.rest;

import org.jspecify.annotations.NullMarked;
