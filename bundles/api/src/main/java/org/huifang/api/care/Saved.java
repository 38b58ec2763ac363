// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.care;

import java.util.List;

/** What became of a greeting that was to be kept. */
public sealed interface Saved {
    /** It is kept. */
    record Kept() implements Saved {}

    /** It is not, and what was kept before stays as it is. @param why never empty */
    record Refused(List<Fault> why) implements Saved {
        public Refused {
            why = List.copyOf(why);
        }
    }

    /**
     * What is wrong with a greeting.
     *
     * @param language of the text in which it is, or "" when it is in none
     * @param word that stands there, as it was written; "" when something is missing
     */
    record Fault(Kind kind, String language, String word) {}

    /** The kinds of faults. */
    enum Kind {
        /** A word, an amount, a number or an address that sells: care never does. */
        SELLS,
        /** Braces around something that is not among {@link Greeting#SLOTS}. */
        SLOT,
        /** A live greeting has a name. */
        NO_NAME,
        /** A live greeting has a subject and a body in one language at least, and never one without the other. */
        NO_TEXT,
        /** A live festival has a day. */
        NO_DAY
    }
}
