// SPDX-License-Identifier: Apache-2.0
/** Shows administrators the course platforms: invites and approves them, switches them and tests each connection. */
@NullMarked
package org.huifang.ui.platform;

import org.jspecify.annotations.NullMarked;
