// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may do, in its own tenant only. */
public enum Scope {
    /** Read files, timelines, courses, tags and consents. */
    ARCHIVE_READ,
    /** Record facts, edit values, put on tags, import lists. */
    ARCHIVE_WRITE,
    /** Read what is owed, plans and tickets. */
    REVISIT_READ,
    /** Hand in attempts, give cases to others, exempt and move contacts, publish plans, raise and move tickets. */
    REVISIT_WRITE,
    /** Read the measures. */
    EVALUATION_READ,
    /** See platforms, hook sources, bundles and clients, and add and revoke them. */
    ADMIN;

    /** As it is written in OAuth and on the command line: {@code archive.read}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The scope of this key, or empty when there is none. */
    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }
}
