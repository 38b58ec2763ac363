// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

/** Where a ticket stands. */
public enum TicketState {
    /** Nobody has answered the raiser yet. */
    NEW,
    /** Somebody works on it. */
    WORKING,
    /** The clock stands still: it waits for the raiser or for somebody outside. */
    WAITING,
    /** Cause and action are known; the raiser is asked whether it is solved. */
    SOLVED,
    /** The raiser said so, or was asked as often as the rule says and did not answer. */
    CLOSED
}
