// SPDX-License-Identifier: Apache-2.0
/**
 * What stands before the API: where tokens are fetched, and the page to try it on. Start at
 * {@link org.huifang.rest.door.TokenServlet}.
 */
@NullMarked
package org.huifang.rest.door;

import org.jspecify.annotations.NullMarked;
