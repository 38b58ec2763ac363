// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One trustworthy file per learner, and the timeline that everything else follows. Thread-safe.
 *
 * <p>A method throws {@link ArchiveUnavailable} when the database cannot be reached: nothing was recorded, or it is
 * unknown whether it was, and the same delivery may be sent again.
 */
@ProviderType
public interface LearnerArchive {
    /** Records facts; returns after the commit. Many callers at once share commits. */
    Receipt record(Delivery delivery);

    /** The whole file of a learner. */
    Optional<LearnerFile> file(TenantId tenant, UUID learner);

    /** Names and courses of these people; unknown ids are left out. */
    Map<UUID, LearnerSummary> summaries(TenantId tenant, Collection<UUID> learners);

    /**
     * The files of a tenant by name, or those among them that a search finds: by any part of a name in Han characters,
     * simplified or traditional, its pinyin or initials, the beginning of a Latin word without its accents, and any three
     * characters in a row of a word, an address or a number. When nothing matches, those that are read the same, and else
     * up to twenty that are spelt nearly so.
     *
     * @param search several words must all match; empty for all
     * @param after {@link Page#next()} of the page before, or null for the first
     * @param limit 1 to 500
     */
    Page<LearnerSummary> find(TenantId tenant, String search, @Nullable String after, int limit);

    /** How many files {@link #find} would go through, up to 10,000; 10,001 is "more than that". */
    long count(TenantId tenant, String search);

    /** Courses by title. */
    List<Course> courses(TenantId tenant);

    Optional<Course> course(TenantId tenant, UUID course);

    /** Who belongs to a course now, learners only, by name. */
    Page<RosterEntry> roster(TenantId tenant, UUID course, @Nullable String after, int limit);

    /** Of {@link #roster(TenantId, UUID, String, int)} only these files, and those they were merged into. */
    Page<RosterEntry> roster(TenantId tenant, UUID course, Collection<UUID> only, @Nullable String after, int limit);

    /** What happened to one learner, newest first. */
    Page<TimelineEntry> timeline(TenantId tenant, UUID learner, @Nullable String after, int limit);

    /**
     * Of {@link #timeline(TenantId, UUID, String, int)} only these kinds.
     *
     * @param kinds a kind of fact also means all that extend it; none means all
     */
    Page<TimelineEntry> timeline(TenantId tenant, UUID learner, Set<Class<? extends Fact>> kinds,
            @Nullable String after, int limit);

    /**
     * What was recorded after a cursor, over all tenants, in one order that never changes: no entry ever appears before
     * one that was returned already, though transactions commit out of order. Keep the cursor in the transaction that has
     * the effect.
     *
     * @param cursor of the last tail, or "" for the beginning
     * @param limit how many entries the stretch has at most, of all kinds
     * @param kinds what is wanted of the stretch; none means all of it
     */
    @SuppressWarnings("unchecked")
    Tail tail(String cursor, int limit, Class<? extends Fact>... kinds);
}
