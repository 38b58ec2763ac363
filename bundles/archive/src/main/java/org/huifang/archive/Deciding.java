// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What may be done, from everything that was said; the order in which it arrived plays no part.
 *
 * @param minorUntil the day from which the person agrees alone, or null when that is past or unknown
 * @param guardians the ids of the person's guardians
 * @param contract the purposes that the course contract covers
 */
record Deciding(Collection<ConsentEntry> ledger, @Nullable LocalDate minorUntil, Set<UUID> guardians,
        Set<String> contract, Instant now) {
    /** Latest first, a withdrawal before a consent of the same instant; then by content, so that all agree. */
    static final Comparator<ConsentEntry> LATEST = Comparator.comparing(ConsentEntry::at).reversed()
            .thenComparing(ConsentEntry::given).thenComparing(ConsentEntry::channel)
            .thenComparing(ConsentEntry::basis).thenComparing(ConsentEntry::version)
            .thenComparing(ConsentEntry::proof).thenComparing(ConsentEntry::author)
            .thenComparing(ConsentEntry::source).thenComparing(ConsentEntry::learner)
            .thenComparing(ConsentEntry::id);

    Decision on(String purpose, String channel) {
        LocalDate until = minorUntil;
        // whoever is too young to agree alone cannot take back either that nobody is to contact them
        Predicate<ConsentEntry> counts = entry -> until == null || !entry.given() || byGuardian(entry);
        Optional<ConsentEntry> contact = latest(Consents.CONTACT, channel, counts);
        if (contact.isPresent() && !contact.get().given()) {
            return new Decision.DoNotContact(contact.get());
        }
        Optional<ConsentEntry> said = latest(purpose, channel, counts);
        if (said.isPresent() && !said.get().given()) {
            return new Decision.Withdrawn(said.get());
        }
        if (said.isPresent()) {
            return new Decision.Allowed(said.get());
        }
        if (until != null) {
            return new Decision.MinorNeedsGuardian(until);
        }
        return contract.contains(purpose) ? new Decision.ByContract() : new Decision.NoConsent();
    }

    /** A withdrawal counts even when the clock of whoever recorded it is ahead; a consent only from its time on. */
    private Optional<ConsentEntry> latest(String purpose, String channel, Predicate<ConsentEntry> counts) {
        return ledger.stream().filter(entry -> entry.purpose().equals(purpose))
                .filter(entry -> entry.channel().equals(channel) || entry.channel().equals(Consents.ANY))
                .filter(entry -> !entry.given() || !entry.at().isAfter(now)).filter(counts).min(LATEST);
    }

    private boolean byGuardian(ConsentEntry entry) {
        return entry.basis().equals("guardian") && guardians.stream().map(UUID::toString)
                .anyMatch(id -> entry.author().equals("learner:" + id) || entry.proof().contains(id));
    }
}
