// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What is owed to each learner, and what was done about it. Thread-safe; what returned is committed. */
@ProviderType
public interface Revisits {
    /**
     * The calls to be made now: overdue first, then by the time they are due.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<Obligation> queue(TenantId tenant, @Nullable String after, int limit);

    /** How many calls {@link #queue} would go through. */
    long queued(TenantId tenant);

    Optional<Obligation> find(TenantId tenant, UUID obligation);

    /**
     * All obligations of a person, by opening time.
     *
     * @param learners the ids that the person's file has: {@link org.huifang.api.archive.LearnerFile#parts()}
     */
    List<Obligation> of(TenantId tenant, Collection<UUID> learners);

    /** Everything owed, counted; in one course or, with null, in all. */
    Ledger ledger(TenantId tenant, @Nullable UUID course);

    /** The obligations behind a cell of the ledger, by due time; null means any. */
    Page<Obligation> list(TenantId tenant, @Nullable UUID course, @Nullable String step, @Nullable State state,
            @Nullable String after, int limit);

    /** Hands in an attempt; the same key twice counts once and answers alike. */
    Handled handIn(TenantId tenant, UUID obligation, Attempt attempt);

    /** What an agent has typed about an obligation and not handed in yet; "" when nothing. */
    String draft(TenantId tenant, UUID obligation, UUID agent);

    /** Keeps what was typed; "" forgets it. Handing in forgets it too. */
    void keepDraft(TenantId tenant, UUID obligation, UUID agent, String text);
}
