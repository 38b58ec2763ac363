// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import org.huifang.api.ticket.Move;

/** Moves the ticket that is shown. */
interface Moves {
    /** True when it was done; the page says why when it was refused. */
    boolean take(Move move);
}
