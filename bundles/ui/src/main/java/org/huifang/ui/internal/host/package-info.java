// SPDX-License-Identifier: Apache-2.0
/** The servlet, the Vaadin service and what makes them work in OSGi and in a frame. */
@NullMarked
package org.huifang.ui.internal.host;

import org.jspecify.annotations.NullMarked;
