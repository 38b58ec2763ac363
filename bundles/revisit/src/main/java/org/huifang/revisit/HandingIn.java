// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts attempts on the record. The row of the obligation is locked, so of two at the same time the second sees the first. */
@Component(service = HandingIn.class)
public final class HandingIn {
    /** After so many attempts that found nobody, the learner cannot be reached. */
    static final int MOST_UNANSWERED = 3;

    /** Another part of the day, so that people who are never there at this hour are found too. */
    private static final Duration UNANSWERED = Duration.ofHours(3);
    private static final Duration BUSY = Duration.ofMinutes(30);
    private static final Duration PROMISE_AHEAD = Duration.ofDays(1);
    private static final int PROMISE_MINUTES = 5;
    private static final String CALL_BACK = "☎";

    private static final String RECORD = """
        insert into revisit.attempt (tenant, key, obligation, agent, outcome, note, call_back, at, seconds)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String FEEDBACK = """
        insert into revisit.feedback (tenant, attempt, nth, area, code, said, problem) values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String PROMISE = """
        insert into revisit.promise (tenant, attempt, nth, what, by) values (?, ?, ?, ?, ?)""";

    private static final String PROMISED = """
        select coalesce(max(nth), 0) from revisit.obligation
        where tenant = ? and learner = ? and course = ? and step = 'promise'""";

    private static final String AGREED = """
        select 1 from revisit.obligation o
        where o.tenant = ? and o.person = (select person from revisit.obligation where id = ?)
            and o.state in ('SCHEDULED', 'DUE') and o.kind <> 'QUESTIONNAIRE'
            and (o.opens = ? or o.contact = (select contact from revisit.obligation where id = ?)) limit 1""";

    private static final Logger LOG = LoggerFactory.getLogger(HandingIn.class);

    private final RevisitStore store;
    private final InstantSource clock;
    private final Relay relay;
    private final Telling telling;
    private final Jobs jobs;
    private final Planners planners;

    @Activate
    public HandingIn(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Relay relay,
            @Reference Telling telling, @Reference Jobs jobs, @Reference Planners planners) {
        this.store = store;
        this.clock = clock;
        this.relay = relay;
        this.telling = telling;
        this.jobs = jobs;
        this.planners = planners;
    }

    Handled handIn(TenantId tenant, UUID obligation, Attempt attempt) {
        Attempt storable = storable(attempt);
        List<UUID> touched = new ArrayList<>(List.of(obligation));
        boolean callable = attempt.callBack() != null && callable(tenant, obligation);
        Handled handled = store.persistently(tenant,
                sql -> record(sql, tenant, obligation, storable, callable, touched));
        if (handled instanceof Handled.Taken(var taken)) {
            touched.forEach(relay::tellNow);
            jobs.wake(PlanContacts.NAME);
            telling.changed(tenant, taken.learner(), taken.course());
        }
        return handled;
    }

    /** No transaction waits for the files. */
    private boolean callable(TenantId tenant, UUID obligation) {
        List<Owed> found = store.of(tenant, sql -> Obligations.list(sql, "where o.tenant = ? and o.id = ?",
                List.of(tenant.value(), obligation)));
        try {
            return found.stream()
                    .anyMatch(owed -> planners.callable(tenant, owed.kind(), owed.learner(), clock.instant()));
        } catch (RuntimeException away) {
            // what was said in a call is put on record all the same
            LOG.warn("The files do not say whether somebody can be called", away);
            return false;
        }
    }

    private static Attempt storable(Attempt attempt) {
        return new Attempt(attempt.key(), attempt.agent(), attempt.outcome(), Sql.storable(attempt.note()),
                attempt.callBack(), attempt.at(), attempt.seconds(),
                attempt.feedback().stream()
                        .map(f -> new Feedback(f.area(), Sql.storable(f.code()), Sql.storable(f.said()), f.problem()))
                        .toList(),
                attempt.promises().stream().map(p -> new Promise(Sql.storable(p.what()), p.by())).toList());
    }

    private Handled record(Sql sql, TenantId tenant, UUID obligation, Attempt attempt, boolean callable,
            List<UUID> touched) throws SQLException {
        Instant now = Place.storable(clock.instant());
        Owed owed = Obligations.lock(sql, tenant, obligation);
        if (owed == null) {
            return new Handled.Unknown();
        }
        if (known(sql, tenant, obligation, attempt)) {
            return new Handled.Taken(Shown.one(sql, owed, now));
        }
        boolean late = !owed.state().open();
        if (late && !(owed.state() == State.EXEMPT || owed.state() == State.DECLINED && !refused(sql, owed))) {
            return new Handled.SettledBefore(Shown.one(sql, owed, now));
        }
        int recorded = sql.update(RECORD, tenant.value(), attempt.key(), obligation, attempt.agent(),
                attempt.outcome().name(), attempt.note(), attempt.callBack(), attempt.at(), attempt.seconds());
        if (recorded == 0) {
            throw new IllegalArgumentException("the key of this attempt belongs to another obligation");
        }
        List<Told> told = new ArrayList<>();
        Owed due = owed.state() == State.SCHEDULED ? owed.entered(now) : owed;
        if (owed.state() == State.SCHEDULED) {
            told.add(Told.fellDue(due, !owed.fellDue(), now));
        }
        Owed after = late ? owed : after(due, attempt);
        told.add(Told.revisited(after, attempt));
        feedback(sql, after, attempt, told);
        List<Owed> promised = promises(sql, after, attempt, told);
        Instant back = attempt.callBack();
        if (late && back != null && !agreed(sql, after, back)) {
            promised.add(callBack(sql, after, attempt.agent(), Place.storable(back), promised.size()));
        }
        promised.forEach(p -> touched.add(p.id()));
        Obligations.countOwed(sql, promised);
        List<Owed> all = new ArrayList<>(promised);
        all.add(after);
        Obligations.save(sql, all);
        for (Owed one : promised) {
            if (one.title().equals(CALL_BACK)) {
                Contacts.choose(sql, tenant, one.id(), one.opens());
            }
        }
        Contacts.touched(sql, after, attempt, !late, callable);
        Outbox.add(sql, told);
        Drafts.forget(sql, tenant, obligation, attempt.agent());
        return new Handled.Taken(Shown.one(sql, after, now));
    }

    /** Whether a colleague settled it; else the learner did, while somebody was on the phone perhaps. */
    private static boolean refused(Sql sql, Owed owed) throws SQLException {
        return !sql.list(
                "select 1 from revisit.attempt where tenant = ? and obligation = ? and outcome = 'REFUSED' limit 1",
                row -> row.getInt(1), owed.tenant().value(), owed.id()).isEmpty();
    }

    private static void feedback(Sql sql, Owed owed, Attempt attempt, List<Told> told) throws SQLException {
        for (int nth = 0; nth < attempt.feedback().size(); nth++) {
            Feedback feedback = attempt.feedback().get(nth);
            sql.update(FEEDBACK, owed.tenant().value(), attempt.key(), nth, feedback.area().name(), feedback.code(),
                    feedback.said(), feedback.problem());
            told.add(Told.feedback(owed, attempt, nth));
        }
    }

    /**
     * A call-back that was agreed on is kept as a promise where the case itself does not come back. The learner may read
     * what it is called, so it is not called what the agent noted.
     */
    private static Owed callBack(Sql sql, Owed owed, UUID agent, Instant at, int after) throws SQLException {
        return new Owed(owed.tenant(), UUID.randomUUID(), owed.learner(), owed.course(), "promise",
                promised(sql, owed) + 1 + after, Kind.CALL, Origin.PROMISE, CALL_BACK, null, PROMISE_MINUTES, false,
                null,
                agent, Owed.Standing.scheduled(new Window(at, at.plus(PROMISE_AHEAD))));
    }

    /**
     * Whether a call at that time is owed already, or will be once the other purposes of the same call are handed in: what
     * of it is still open comes back by itself.
     */
    private static boolean agreed(Sql sql, Owed owed, Instant at) throws SQLException {
        return !sql.list(AGREED, row -> row.getInt(1), owed.tenant().value(), owed.id(), Place.storable(at),
                owed.id()).isEmpty();
    }

    private static int promised(Sql sql, Owed owed) throws SQLException {
        return sql.list(PROMISED, row -> row.getInt(1), owed.tenant().value(), owed.learner(), owed.course())
                .getFirst();
    }

    /** What was promised is owed by whoever promised it, and is in the queue in the time before it is due. */
    private static List<Owed> promises(Sql sql, Owed owed, Attempt attempt, List<Told> told) throws SQLException {
        List<Owed> promised = new ArrayList<>();
        for (int nth = 0; nth < attempt.promises().size(); nth++) {
            Promise promise = attempt.promises().get(nth);
            Instant by = Place.storable(promise.by());
            sql.update(PROMISE, owed.tenant().value(), attempt.key(), nth, promise.what(), by);
            int before = promised(sql, owed);
            Instant at = Place.storable(attempt.at());
            Instant opens = by.minus(PROMISE_AHEAD).isAfter(at) ? by.minus(PROMISE_AHEAD) : at;
            var one = new Owed(owed.tenant(), UUID.randomUUID(), owed.learner(), owed.course(), "promise",
                    before + 1 + nth, Kind.CALL, Origin.PROMISE, promise.what(), null, PROMISE_MINUTES, false,
                    null, attempt.agent(), Owed.Standing.scheduled(new Window(opens, by.isAfter(opens) ? by : opens)));
            promised.add(one);
            told.add(Told.promised(one, attempt, promise));
        }
        return promised;
    }

    static Owed after(Owed due, Attempt attempt) {
        Instant at = Place.storable(attempt.at());
        return switch (attempt.outcome()) {
            case REACHED -> due.settled(State.DONE, at);
            case REFUSED -> due.settled(State.DECLINED, at);
            case WRONG_NUMBER -> due.settled(State.UNREACHABLE, at);
            case NO_ANSWER, BUSY, VOICEMAIL -> due.unanswered() + 1 < MOST_UNANSWERED
                    ? due.again(due.unanswered() + 1, at.plus(attempt.outcome() == Outcome.BUSY ? BUSY : UNANSWERED))
                    : due.settled(State.UNREACHABLE, at, MOST_UNANSWERED);
            case CALL_BACK -> due.callBack(Place.storable(Objects.requireNonNull(attempt.callBack())));
        };
    }

    private static boolean known(Sql sql, TenantId tenant, UUID obligation, Attempt attempt) throws SQLException {
        return !sql.list("select 1 from revisit.attempt where tenant = ? and key = ? and obligation = ?",
                row -> row.getInt(1), tenant.value(), attempt.key(), obligation).isEmpty();
    }
}
