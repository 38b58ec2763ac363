// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

/** What a roster exchange with the platform brought. */
public sealed interface RosterSync {
    /** The archive holds the roster as the platform told it. */
    record Done(int members, int joined, int left) implements RosterSync {}

    /** No launch has given an address for this course's roster yet. */
    record NotOffered() implements RosterSync {}

    /**
     * Nothing was changed.
     *
     * @param reason one sentence for an admin: what the platform answered and what to mend
     */
    record Failed(String reason) implements RosterSync {}
}
