// SPDX-License-Identifier: Apache-2.0
/**
 * The tool's side of LTI: login, launch, keys, registrations, hook senders and roster exchange. Start at
 * {@link org.huifang.platform.LaunchServlet}.
 */
@NullMarked
package org.huifang.platform;

import org.jspecify.annotations.NullMarked;
