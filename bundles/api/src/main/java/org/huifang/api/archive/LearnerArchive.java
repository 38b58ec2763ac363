// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * The files of a tenant by name.
     *
     * @param search part of a name or e-mail address in any case; empty for all
     * @param after {@link Page#next()} of the page before, or null for the first
     * @param limit 1 to 500
     */
    Page<LearnerSummary> find(TenantId tenant, String search, @Nullable String after, int limit);

    /** How many files {@link #find} would go through. */
    long count(TenantId tenant, String search);

    /** Courses by title. */
    List<Course> courses(TenantId tenant);

    Optional<Course> course(TenantId tenant, UUID course);

    /** Who belongs to a course now, learners only, by name. */
    Page<RosterEntry> roster(TenantId tenant, UUID course, @Nullable String after, int limit);

    /** What happened to one learner, newest first. */
    Page<TimelineEntry> timeline(TenantId tenant, UUID learner, @Nullable String after, int limit);

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
