// SPDX-License-Identifier: Apache-2.0
/** The doors for learning events, Caliper and a part of xAPI. Start at {@link org.huifang.rest.events.CaliperServlet}. */
@NullMarked
package org.huifang.rest.events;

import org.jspecify.annotations.NullMarked;
