// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What colleagues decide about what is owed: who does it, when, and that it need not be done. */
@Component(service = Handling.class)
public final class Handling {
    static final Duration IN_HAND = Duration.ofMinutes(20);
    private static final int LONGEST_REASON = 500;

    private static final String TAKE = """
        update revisit.obligation set taken_by = ?, taken_until = ?
        where tenant = ? and id = ? and (taken_by is null or taken_by = ? or taken_until <= ?)""";

    private static final String RELEASE = """
        update revisit.obligation set taken_by = null, taken_until = null
        where tenant = ? and id = ? and taken_by = ?""";

    private static final String ASSIGN = """
        update revisit.obligation set owner = ?, assigned = true, taken_by = null, taken_until = null
        where tenant = ? and id = any (?::uuid[]) and state in ('SCHEDULED', 'DUE')""";

    /** One step of a change over several rows. */
    private interface Change {
        Owed of(Owed owed, List<Told> told);
    }

    private final RevisitStore store;
    private final InstantSource clock;
    private final Telling telling;
    private final Jobs jobs;
    private final Settings settings;
    private final Owners owners;

    @Activate
    public Handling(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Telling telling,
            @Reference Jobs jobs, @Reference Settings settings, @Reference Owners owners) {
        this.store = store;
        this.clock = clock;
        this.telling = telling;
        this.jobs = jobs;
        this.settings = settings;
        this.owners = owners;
    }

    UUID take(TenantId tenant, UUID obligation, UUID agent) {
        Instant now = Place.storable(clock.instant());
        return store.of(tenant, sql -> {
            boolean mine = sql.update(TAKE, agent, now.plus(IN_HAND), tenant.value(), obligation, agent, now) == 1;
            return mine
                    ? agent
                    : sql.list(
                            "select taken_by from revisit.obligation where tenant = ? and id = ? and taken_by is not null",
                            row -> Sql.id(row, "taken_by"), tenant.value(), obligation).stream().findFirst()
                            .orElse(agent);
        });
    }

    void release(TenantId tenant, UUID obligation, UUID agent) {
        store.of(tenant, sql -> sql.update(RELEASE, tenant.value(), obligation, agent));
    }

    int assign(TenantId tenant, Collection<UUID> obligations, UUID owner) {
        if (obligations.isEmpty()) {
            return 0;
        }
        List<PlaceKey> places = new ArrayList<>();
        int count = store.persistently(tenant, sql -> {
            places.clear();
            for (Owed owed : Obligations.lock(sql, tenant, obligations)) {
                places.add(owed.place());
            }
            return sql.update(ASSIGN, owner, tenant.value(), obligations.toArray(UUID[]::new));
        });
        telling.changed(places);
        return count;
    }

    int exempt(TenantId tenant, Collection<UUID> obligations, String reason, UUID by) {
        String why = Sql.storable(reason).strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has 1 to 500 characters");
        }
        Instant now = Place.storable(clock.instant());
        return change(tenant, obligations, (owed, told) -> {
            if (!owed.state().open()) {
                return owed;
            }
            Owed exempt = owed.exempt(why, now, true);
            told.add(Told.exempted(exempt, by, now));
            return exempt;
        });
    }

    int unexempt(TenantId tenant, Collection<UUID> obligations, UUID by) {
        if (obligations.isEmpty()) {
            return 0;
        }
        Instant now = Place.storable(clock.instant());
        List<Owed> opened = store.persistently(tenant,
                sql -> new Reopening(sql, tenant, settings.planning(tenant), now, owners)
                        .reopen(obligations, owed -> owed.state() == State.EXEMPT && owed.byHand(), by));
        told(opened);
        return opened.size();
    }

    /** The learner is contacted then; the planner moves it on only where that is forbidden. */
    boolean reschedule(TenantId tenant, UUID obligation, Instant at, UUID by) {
        if (!at.isBefore(Obligation.UNKNOWN)) {
            throw new IllegalArgumentException("a contact is planned for a time that comes");
        }
        Instant then = Place.storable(at);
        Instant now = Place.storable(clock.instant());
        return change(tenant, List.of(obligation), (owed, told) -> {
            if (!owed.state().open()) {
                return owed;
            }
            Owed moved = owed.state() == State.DUE
                    ? owed.callBack(then)
                    : owed.agreed(new Window(then, owed.due().isBefore(then) ? then : owed.due()));
            if (!moved.equals(owed)) {
                told.add(Told.rescheduled(owed, then, by, now));
            }
            return moved;
        }, sql -> Contacts.choose(sql, tenant, obligation, then)) == 1;
    }

    private interface More {
        void run(Sql sql) throws SQLException;
    }

    private int change(TenantId tenant, Collection<UUID> obligations, Change change) {
        return change(tenant, obligations, change, sql -> {});
    }

    private int change(TenantId tenant, Collection<UUID> obligations, Change change, More more) {
        if (obligations.isEmpty()) {
            return 0;
        }
        List<Owed> changed = store.persistently(tenant, sql -> {
            List<Told> told = new ArrayList<>();
            List<Owed> after = new ArrayList<>();
            for (Owed owed : Obligations.lock(sql, tenant, obligations)) {
                Owed now = change.of(owed, told);
                if (!now.equals(owed)) {
                    after.add(now);
                }
            }
            Obligations.save(sql, after);
            Outbox.add(sql, told);
            if (!after.isEmpty()) {
                more.run(sql);
            }
            return after;
        });
        told(changed);
        return changed.size();
    }

    private void told(List<Owed> changed) {
        if (!changed.isEmpty()) {
            jobs.wake(PlanContacts.NAME);
            jobs.wake(OpenRevisits.NAME);
            jobs.wake(RelayFacts.NAME);
            telling.changed(changed.stream().map(Owed::place).toList());
        }
    }
}
