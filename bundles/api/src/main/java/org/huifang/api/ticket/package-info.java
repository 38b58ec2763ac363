// SPDX-License-Identifier: Apache-2.0
/** Problems that people raised, until they say themselves that they are solved. Start at {@link org.huifang.api.ticket.Tickets}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api.ticket;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
