// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;
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
 * The tickets of each school. Problems that agents note down ({@link org.huifang.api.archive.Fact.FeedbackGiven} with
 * {@code problem}) and complaints on the platform become tickets by themselves; each ticket's moves are told to the
 * archive. A change is announced under the topic {@code ticket}. Thread-safe; what returned is committed.
 */
@ProviderType
public interface Tickets {
    /** Raises a ticket, or returns the one of the same key. */
    Ticket raise(TenantId tenant, NewTicket raised);

    Optional<Ticket> find(TenantId tenant, UUID id);

    /** Tickets of a person, those not closed first, newest first. */
    List<Ticket> of(TenantId tenant, Collection<UUID> learners);

    /** All about a ticket. */
    Optional<TicketFile> file(TenantId tenant, UUID id);

    /**
     * Tickets by what is owed next: the latest first, then those that stand still, then closed ones.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<Ticket> list(TenantId tenant, TicketFilter filter, @Nullable String after, int limit);

    /** How many {@link #list} would go through. */
    long count(TenantId tenant, TicketFilter filter);

    /** How each area stands, in the order of the areas; in one course or, with null, in all. */
    List<AreaCount> areas(TenantId tenant, @Nullable UUID course);

    /** Moves a ticket on; refused moves change nothing. */
    Moved move(TenantId tenant, UUID id, Move move, UUID by);

    /** Gives tickets that are not closed to another owner. Those whose owner changed, with the owner they had before. */
    Map<UUID, UUID> assign(TenantId tenant, Collection<UUID> ids, UUID owner, UUID by);

    /** How tickets raised in a period were dealt with; null area or course means all. */
    TicketFigures figures(TenantId tenant, @Nullable Area area, @Nullable UUID course, Instant from, Instant to);
}
