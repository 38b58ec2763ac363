// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Asked;
import org.huifang.api.ticket.Confirmations;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.TicketState;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What raisers see of their tickets and say to them. */
@Component
public final class SqlConfirmations implements Confirmations {
    private final TicketStore store;
    private final Tokens tokens;
    private final Moving moving;
    private final Working working;

    @Activate
    public SqlConfirmations(@Reference TicketStore store, @Reference Tokens tokens, @Reference Moving moving,
            @Reference Working working) {
        this.store = store;
        this.working = working;
        this.tokens = tokens;
        this.moving = moving;
    }

    @Override
    public String token(TenantId tenant, UUID ticket) {
        return tokens.of(ticket);
    }

    @Override
    public Optional<Asked> open(String token) {
        return found(token).map(one -> store.of(one.tenant(), sql -> seen(sql, one)));
    }

    @Override
    public Optional<Asked> solved(String token, String how) {
        return say(token, new Move.Confirm(how, ""));
    }

    @Override
    public Optional<Asked> notSolved(String token, String comment, String how) {
        return say(token, new Move.NotSolved(how, comment));
    }

    @Override
    public List<Asked> of(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> {
            var asked = new java.util.ArrayList<Asked>();
            for (Case one : Listing.of(sql, tenant, learners)) {
                asked.add(seen(sql, one));
            }
            return List.copyOf(asked);
        });
    }

    /** The token says which row; the row says whose it is, so this looks over all tenants. */
    private Optional<Case> found(String token) {
        return tokens.ticket(token)
                .flatMap(id -> store.ofAll(sql -> Cases.list(sql, "where t.id = ?", id)).stream().findFirst());
    }

    private Optional<Asked> say(String token, Move word) {
        Case one = found(token).orElse(null);
        if (one == null) {
            return Optional.empty();
        }
        Moved moved = moving.move(one.tenant(), one.id(), word, "learner:" + one.raised().learner());
        return moved instanceof Moved.Refused refused && refused.reasons().contains(Moved.Reason.UNKNOWN)
                ? Optional.empty()
                : open(token);
    }

    /** Who looks at the question is asked, also when no channel brought it. */
    private Asked seen(Sql sql, Case one) throws SQLException {
        if (one.state() == TicketState.SOLVED) {
            Post.opened(sql, one.id(), working.now());
        }
        return asked(sql, one);
    }

    private Asked asked(Sql sql, Case one) throws SQLException {
        List<Asked.Answered> answers = sql.list("""
            select said, false as change, at, nth from ticket.entry
            where ticket = ? and (kind = 'ANSWERED' or kind = 'SOLVED' and said <> '')
            union all select said, true, at, 0 from ticket.message where ticket = ? and kind = 'CHANGE'
            order by at, nth""", row -> new Asked.Answered(row.getString("said"), row.getBoolean("change"),
                Sql.instant(row, "at")), one.id(), one.id());
        boolean done = one.state() == TicketState.SOLVED || one.state() == TicketState.CLOSED;
        Case.Raised r = one.raised();
        return new Asked(one.tenant(), one.id(), tokens.of(one.id()), r.number(), r.learner(), r.course(), r.title(),
                r.said(), status(one), r.at(), one.clocks().resolveBy(), done ? one.solution().action() : "", answers);
    }

    private static Asked.Status status(Case one) {
        return switch (one.state()) {
            case NEW, WORKING, WAITING -> one.solution().confirmation() == null
                    ? Asked.Status.WORKED_ON
                    : Asked.Status.CONFIRMED;
            case SOLVED -> Asked.Status.ASKED;
            case CLOSED -> one.unanswered() ? Asked.Status.CLOSED : Asked.Status.CONFIRMED;
        };
    }
}
