// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a learner is not contacted now about something that is owed.
 *
 * @param until when it is looked at again, or null: until something changes
 */
public record Hold(Reason reason, @Nullable Instant until) {
    /** The reasons; views have a sentence for each. */
    public enum Reason {
        /** No permitted time of the day before it is due. */
        QUIET_HOURS,
        /** A blackout or free days up to the due date. */
        BLACKOUT,
        /** Contacted as often as allowed. */
        CAP,
        /** Nobody agreed to it. */
        NO_CONSENT,
        /** It was refused or withdrawn. */
        WITHDRAWN,
        /** Wants no contact at all. */
        DO_NOT_CONTACT,
        /** Too young to agree alone, and no guardian did. */
        MINOR,
        /** No address or number on any channel that may be used. */
        NO_CONTACT_POINT,
        /** No agent may take it: absent, untrained, or none speaks the language. */
        NO_AGENT
    }
}
