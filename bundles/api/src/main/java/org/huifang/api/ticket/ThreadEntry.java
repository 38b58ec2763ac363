// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;

/**
 * A line of a ticket's thread; lines are only ever added.
 *
 * @param text what was said or noted; for {@link Kind#ASSIGNED} and {@link Kind#ESCALATED} the id of the account
 * @param how the channel, as {@code phone}; for {@link Kind#WAITS} the moment at which it goes on by itself; or ""
 * @param author {@code staff:<account>}, {@code learner:<id>}, or {@code huifang}
 */
public record ThreadEntry(long nth, Kind kind, String text, String how, String author, Instant at) {
    /** What it is about. */
    public enum Kind {
        RAISED, ANSWERED, NOTED, WAITS, WENT_ON, DESCRIBED, SOLVED, ASKED, CONFIRMED, NOT_SOLVED, CLOSED, CLOSED_UNANSWERED, REOPENED, CLASSIFIED, LINKED, ASSIGNED, COVERED, ESCALATED, CHANGE_TOLD
    }
}
