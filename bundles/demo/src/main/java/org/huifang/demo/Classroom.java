// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happens in the course. Each happening and the hook that tells of it are one transaction. */
@Component(service = Classroom.class)
public final class Classroom {
    private static final ZoneId CAMPUS = ZoneId.of("Asia/Shanghai");
    private static final int HAVE_BEGUN = 12;
    private static final int GO_AHEAD = 5;
    private final DemoStore store;
    private final Jobs jobs;
    private final InstantSource clock;
    private final LocalDate start;

    /** At the very first start the course begins today and its people enrol. */
    @Activate
    public Classroom(@Reference DemoStore store, @Reference Jobs jobs, @Reference InstantSource clock) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        this.start = LocalDate.parse(store.settled("start", () -> LocalDate.now(clock.withZone(CAMPUS)).toString()));
        store.unit().sql(DemoStore.TENANT, c -> DemoStore.setting(c, "seeded").isPresent() ? 0 : seed(c));
        jobs.wake(SendHooks.NAME);
    }

    LocalDate start() {
        return start;
    }

    List<Person> people() {
        return store.unit().sql(DemoStore.TENANT, c -> Sql.list(c, Classroom::read,
                "select * from demo.learner where active order by position"));
    }

    Optional<Person> person(String id) {
        return store.unit().sql(DemoStore.TENANT, c -> Sql.one(c, Classroom::read,
                "select * from demo.learner where id = ? and active", id));
    }

    /** Hooks that are not through yet. */
    long waiting() {
        return store.unit().sql(DemoStore.TENANT, c -> Sql.one(c, r -> r.getLong(1),
                "select count(*) from demo.outbox where sent is null")).orElse(0L);
    }

    void enrol() {
        happen(c -> enrol(c, Sql.one(c, r -> r.getInt(1), "select coalesce(max(position) + 1, 0) from demo.learner")
                .orElseThrow(), clock.instant()));
    }

    void completeLesson(String id) {
        happen(c -> completeLesson(c, id, clock.instant()));
    }

    void finish(String id) {
        happen(c -> Sql.one(c, Classroom::read,
                "update demo.learner set finished = true where id = ? and active and not finished returning *", id)
                .map(p -> write(c, p.id(), Hook.finished(p, clock.instant()))).orElse(0));
    }

    void leave(String id) {
        happen(c -> Sql.one(c, Classroom::read,
                "update demo.learner set active = false where id = ? and active returning *", id)
                .map(p -> write(c, p.id(), Hook.left(p, clock.instant()))).orElse(0));
    }

    private void happen(org.huifang.persistence.SqlWork<Integer> work) {
        store.unit().sql(DemoStore.TENANT, work);
        jobs.wake(SendHooks.NAME);
    }

    private int seed(Connection c) throws SQLException {
        Instant now = clock.instant();
        write(c, "", Hook.courseDescribed(start, now));
        for (int position = 0; position < Names.AT_FIRST; position++) {
            enrol(c, position, now);
        }
        for (int position = 0; position < HAVE_BEGUN; position++) {
            for (int lesson = 0; lesson < (position < GO_AHEAD ? 2 : 1); lesson++) {
                completeLesson(c, id(position), now.plusSeconds(1 + lesson));
            }
        }
        return DemoStore.keep(c, "seeded", now.toString());
    }

    private int enrol(Connection c, int position, Instant at) throws SQLException {
        Person person = new Person(id(position), Names.name(position), Names.email(position), 0, false, true);
        Sql.update(c, """
                insert into demo.learner (id, tenant, position, name, email, lessons, finished, active)
                values (?, ?, ?, ?, ?, 0, false, true)""", person.id(), DemoStore.TENANT.value(), position,
                person.name(), person.email());
        return write(c, person.id(), Hook.enrolled(person, start, at));
    }

    private int completeLesson(Connection c, String id, Instant at) throws SQLException {
        return Sql.one(c, Classroom::read, """
                update demo.learner set lessons = lessons + 1
                where id = ? and active and not finished and lessons < ? returning *""", id, Lessons.TITLES.size())
                .map(p -> write(c, p.id(), Hook.lessonCompleted(p, at))).orElse(0);
    }

    private int write(Connection c, String learner, String body) {
        try {
            return Sql.update(c, """
                    insert into demo.outbox (tenant, learner, message, body, attempts, next, sent)
                    values (?, ?, ?, ?, 0, ?, null)""", DemoStore.TENANT.value(), learner, "msg_" + UUID.randomUUID(),
                    body, clock.instant());
        } catch (SQLException e) {
            throw new org.huifang.persistence.SqlFailed(e);
        }
    }

    private static String id(int position) {
        return Integer.toString(101 + position);
    }

    private static Person read(ResultSet r) throws SQLException {
        return new Person(Objects.requireNonNull(r.getString("id")), Objects.requireNonNull(r.getString("name")),
                Objects.requireNonNull(r.getString("email")), r.getInt("lessons"), r.getBoolean("finished"),
                r.getBoolean("active"));
    }
}
