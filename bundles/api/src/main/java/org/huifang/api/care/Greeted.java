// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A greeting of one learner, and what became of it.
 *
 * @param day of the learner's own zone
 * @param reason why it waits or was not sent; null when there is none
 * @param channel that took it, or ""
 * @param sent when, or null
 */
public record Greeted(UUID id, UUID learner, LocalDate day, State state, @Nullable Reason reason, String channel,
        @Nullable Instant sent) {
    /** What became of it. */
    public enum State {
        /** It is the day, or will be within hours. */
        WAITING, SENT,
        /** The day is over, or it was decided before. */
        NOT_SENT
    }

    /** Why not; the first that was met on the preferred channel. */
    public enum Reason {
        /** No permitted time of the day. */
        QUIET_HOURS,
        /** A blackout, or a free day on which the channel may not be used. */
        BLACKOUT,
        /** Contacted as often as allowed. */
        CAP,
        /** Nobody agreed to care. */
        NO_CONSENT,
        /** It was refused or withdrawn. */
        WITHDRAWN,
        /** Wants no contact at all. */
        DO_NOT_CONTACT,
        /** Too young to agree alone, and no guardian did. */
        MINOR,
        /** No address or number on any channel that is set up. */
        NO_CONTACT_POINT,
        /** The channel could not take it for now. */
        CHANNEL,
        /** The channel will not take it. */
        REFUSED,
        /** Not in the course any more, without the tag, or the date of birth was mended. */
        NOT_MEANT,
        /** The greeting was stopped or removed. */
        STOPPED,
        /** The text sells, by the words that count today. */
        SELLS,
        /** It was greeted under another file that was merged with this one. */
        MERGED,
        /** It was found when the day was over: Huifang was not running. */
        TOO_LATE,
        /** Huifang was interrupted while it was sent, and the day is over: it may have arrived. */
        UNCLEAR
    }
}
