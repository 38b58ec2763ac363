// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The ledger of consents: every word ever said, and what may be done because of it. What counts is when a thing was said,
 * not when it arrived; of two said at one instant the withdrawal counts. An answer that begins after a withdrawal was
 * committed knows of it. A person is named by any id of their file. Thread-safe; what returned is committed. Throws
 * {@link org.huifang.api.archive.ArchiveUnavailable} as the archive does.
 */
@ProviderType
public interface Consents {
    /** The purpose whose refusal stops every contact on a channel, whatever else was agreed to; it needs no consent. */
    String CONTACT = "contact";
    /** The channel that stands for all. */
    String ANY = "any";

    /**
     * Everything that was said, newest first.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<ConsentEntry> ledger(TenantId tenant, UUID person, @Nullable String after, int limit);

    /**
     * What holds for each purpose and each of its channels, in the order of the policies; also for those that no policy
     * names and somebody spoke of. {@link #CONTACT} is not among them: see {@link Decision.DoNotContact}.
     */
    List<Standing> current(TenantId tenant, UUID person, Instant now);

    /**
     * Whether this person may be contacted for this purpose on this channel, and why. A channel's own words and those for
     * {@link #ANY} channel count alike, the later ones hold. A person below the age that
     * {@link Policies#GUARDIAN_AGE} sets needs the consent of a linked guardian (PIPL articles 28 to 31); without a birth
     * date on file nobody counts as that young. Who said nothing may be contacted for what {@link Policies#CONTRACT}
     * names. An unknown person has agreed to nothing and has no contract.
     */
    Decision may(TenantId tenant, UUID learner, String purpose, String channel, Instant now);

    /**
     * The day from which the person agrees alone: neither to a purpose nor to {@link #CONTACT} does their own consent count
     * before, only a guardian's. Empty when that has come, or no birth date is on file.
     */
    Optional<LocalDate> minorUntil(TenantId tenant, UUID person, Instant now);

    /**
     * Records what a person says now. Not before anything on the ledger, even when clocks differ, so that it holds from
     * its commit on. What is heard of later and was said earlier is a {@link Fact.Consented} for
     * {@link org.huifang.api.archive.LearnerArchive#record} instead.
     *
     * @param key made by the caller; the same key twice counts once and answers alike
     * @return what stands on the ledger, for a receipt
     * @throws IllegalArgumentException when this tenant has no such file
     */
    ConsentEntry say(TenantId tenant, UUID key, Fact.Consented said);

    /** The text that is shown now, one for each purpose that has any; in English where it is not translated. */
    List<ConsentText> texts(TenantId tenant, String language, Instant now);

    /** A text as it was when somebody agreed to it; in English where it is not translated. */
    Optional<ConsentText> text(TenantId tenant, String purpose, String language, String version);

    /**
     * Adds a text. One that is there never changes, because people agreed to it.
     *
     * @throws IllegalArgumentException when this purpose, language and version has another text already
     */
    void publish(TenantId tenant, ConsentText text);
}
