// SPDX-License-Identifier: Apache-2.0
/** Hooks of course platforms, by Standard Webhooks. Start at {@link org.huifang.rest.hooks.HooksServlet}. */
@NullMarked
package org.huifang.rest.hooks;

import org.jspecify.annotations.NullMarked;
