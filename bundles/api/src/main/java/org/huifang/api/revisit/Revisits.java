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
     * The calls to be made now: what is overdue, then what was agreed on with the learner for a time, by that time, then
     * all else; each by the time it is due, which is also who comes first when there is too little time for all. What is
     * held is not among them.
     *
     * @param owner those that this account answers for, or all with null
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<Obligation> queue(TenantId tenant, @Nullable UUID owner, @Nullable String after, int limit);

    /** How many calls {@link #queue} would go through. */
    long queued(TenantId tenant, @Nullable UUID owner);

    /**
     * Takes a case in hand, so that no colleague calls at the same time. It lasts 20 minutes and can be taken again.
     *
     * @return whoever has it in hand now: the agent, or the colleague who was faster
     */
    UUID take(TenantId tenant, UUID obligation, UUID agent);

    /** Puts a case back that this agent has in hand, so that a colleague need not wait; else it does nothing. */
    void release(TenantId tenant, UUID obligation, UUID agent);

    /** Gives obligations that are open to another owner; those that are settled stay as they are. How many were given. */
    int assign(TenantId tenant, Collection<UUID> obligations, UUID owner);

    /** All that is open and somebody answers for, in no order: what they hand over when they go. */
    List<Owned> owned(TenantId tenant, UUID owner);

    /** Nothing is owed any more, for a reason that somebody gives; settled ones stay as they are. How many it was. */
    int exempt(TenantId tenant, Collection<UUID> obligations, String reason, UUID by);

    /** Takes {@link #exempt} back: they are owed as before, with the same times. How many it was. */
    int unexempt(TenantId tenant, Collection<UUID> obligations, UUID by);

    /** Moves the contact; not beyond what is allowed. False when it is settled. */
    boolean reschedule(TenantId tenant, UUID obligation, java.time.Instant at, UUID by);

    /** What each of the next days asks of the team, from today on; at most 92 days. */
    List<DayLoad> load(TenantId tenant, int days);

    /** The same work by course and by the day until which it is owed, in no order; at most 92 days. */
    List<DueLoad> dueLoad(TenantId tenant, int days);

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
