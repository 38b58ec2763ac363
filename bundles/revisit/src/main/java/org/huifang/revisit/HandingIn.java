// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts attempts on the record. The row of the obligation is locked, so of two at the same time the second sees the first. */
@Component(service = HandingIn.class)
public final class HandingIn {
    /** After so many attempts that found nobody, the learner cannot be reached. */
    static final int MOST_UNANSWERED = 3;

    private static final String RECORD = """
        insert into revisit.attempt (tenant, key, obligation, agent, outcome, note, call_back, at)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private final RevisitStore store;
    private final InstantSource clock;
    private final Relay relay;
    private final Announcer announcer;

    @Activate
    public HandingIn(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Relay relay,
            @Reference Announcer announcer) {
        this.store = store;
        this.clock = clock;
        this.relay = relay;
        this.announcer = announcer;
    }

    Handled handIn(TenantId tenant, UUID obligation, Attempt attempt) {
        var storable = new Attempt(attempt.key(), attempt.agent(), attempt.outcome(), Sql.storable(attempt.note()),
                attempt.callBack(), attempt.at());
        Handled handled = store.of(tenant, sql -> record(sql, tenant, obligation, storable));
        if (handled instanceof Handled.Taken(var taken)) {
            relay.tellNow(obligation);
            announcer.changed(tenant, taken.learner(), taken.course());
        }
        return handled;
    }

    private Handled record(Sql sql, TenantId tenant, UUID obligation, Attempt attempt) throws SQLException {
        Instant now = Place.storable(clock.instant());
        Owed owed = Obligations.lock(sql, tenant, obligation);
        if (owed == null) {
            return new Handled.Unknown();
        }
        if (known(sql, tenant, obligation, attempt)) {
            return new Handled.Taken(Shown.one(sql, owed, now));
        }
        if (!owed.state().open()) {
            return new Handled.SettledBefore(Shown.one(sql, owed, now));
        }
        int recorded = sql.update(RECORD, tenant.value(), attempt.key(), obligation, attempt.agent(),
                attempt.outcome().name(), attempt.note(), attempt.callBack(), attempt.at());
        if (recorded == 0) {
            throw new IllegalArgumentException("the key of this attempt belongs to another obligation");
        }
        List<Told> told = new ArrayList<>();
        Owed due = owed.state() == State.SCHEDULED ? owed.entered(now) : owed;
        if (owed.state() == State.SCHEDULED) {
            told.add(Told.fellDue(due, !owed.fellDue(), now));
        }
        Owed after = after(due, attempt);
        told.add(Told.revisited(after, attempt));
        Obligations.save(sql, List.of(after));
        Outbox.add(sql, told);
        Drafts.forget(sql, tenant, obligation, attempt.agent());
        return new Handled.Taken(Shown.one(sql, after, now));
    }

    static Owed after(Owed due, Attempt attempt) {
        Instant at = Place.storable(attempt.at());
        return switch (attempt.outcome()) {
            case REACHED -> due.settled(State.DONE, at);
            case REFUSED -> due.settled(State.DECLINED, at);
            case WRONG_NUMBER -> due.settled(State.UNREACHABLE, at);
            case NO_ANSWER, BUSY -> due.unanswered() + 1 < MOST_UNANSWERED
                    ? due.unanswered(due.unanswered() + 1)
                    : due.unanswered(MOST_UNANSWERED).settled(State.UNREACHABLE, at);
            case CALL_BACK -> due.callBack(Place.storable(Objects.requireNonNull(attempt.callBack())));
        };
    }

    private static boolean known(Sql sql, TenantId tenant, UUID obligation, Attempt attempt) throws SQLException {
        return !sql.list("select 1 from revisit.attempt where tenant = ? and key = ? and obligation = ?",
                row -> row.getInt(1), tenant.value(), attempt.key(), obligation).isEmpty();
    }
}
