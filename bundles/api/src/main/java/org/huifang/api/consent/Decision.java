// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.LocalDate;

/** Whether a person may be contacted, and why. */
public sealed interface Decision {
    /** True for {@link Allowed} and {@link ByContract}. */
    default boolean allowed() {
        return this instanceof Allowed || this instanceof ByContract;
    }

    /** They may. @param by the line of the ledger that says so */
    record Allowed(ConsentEntry by) implements Decision {}

    /** Nobody was asked, and nobody has to be: it belongs to the course contract, see {@link Policies#CONTRACT}. */
    record ByContract() implements Decision {}

    /** Nobody ever agreed. */
    record NoConsent() implements Decision {}

    /** It was refused, or agreed to and withdrawn. @param by the line of the ledger that says so, and since when */
    record Withdrawn(ConsentEntry by) implements Decision {}

    /** The person is too young to agree alone, and no guardian did. @param until the day on which they may */
    record MinorNeedsGuardian(LocalDate until) implements Decision {}

    /** They want no contact at all on this channel, for whatever purpose. @param by the line that says so */
    record DoNotContact(ConsentEntry by) implements Decision {}
}
