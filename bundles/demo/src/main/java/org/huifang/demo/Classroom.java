// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

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
import java.util.function.Function;
import org.huifang.api.Jobs;
import org.huifang.persistence.Sql;
import org.huifang.persistence.Statements;
import org.jspecify.annotations.Nullable;
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
        store.of(sql -> DemoStore.setting(sql, "seeded").isPresent() ? 0 : seed(sql));
        jobs.wake(SendHooks.NAME);
    }

    LocalDate start() {
        return start;
    }

    List<Person> people() {
        return store.of(sql -> sql.list("select * from demo.learner where active order by position", Classroom::read));
    }

    Optional<Person> person(String id) {
        return store.of(sql -> sql.one("select * from demo.learner where id = ? and active", Classroom::read, id));
    }

    /** Hooks that are not through yet. */
    long waiting() {
        return store.of(sql -> sql.one("select count(*) from demo.outbox where sent is null", r -> r.getLong(1)))
                .orElse(0L);
    }

    void enrol() {
        happen(sql -> enrol(sql, sql.one("select coalesce(max(position) + 1, 0) from demo.learner", r -> r.getInt(1))
                .orElseThrow(), clock.instant()));
    }

    void completeLesson(String id) {
        happen(sql -> completeLesson(sql, id, clock.instant()));
    }

    void finish(String id) {
        happen(sql -> sql
                .one("update demo.learner set finished = true where id = ? and active and not finished returning *",
                        Classroom::read, id)
                .map(p -> write(sql, p.id(), Hook.finished(p, clock.instant()))).orElse(0));
    }

    void leave(String id) {
        happen(sql -> sql
                .one("update demo.learner set active = false where id = ? and active returning *", Classroom::read, id)
                .map(p -> write(sql, p.id(), Hook.left(p, clock.instant()))).orElse(0));
    }

    /** @param score 0 to 100 */
    void takeTest(String id, int score) {
        tell(id, p -> Hook.testTaken(p, score, clock.instant()));
    }

    void complain(String id, String text) {
        tell(id, p -> Hook.complained(p, text, clock.instant()));
    }

    void askRefund(String id, String reason) {
        tell(id, p -> Hook.refundAsked(p, reason, clock.instant()));
    }

    void refund(String id) {
        tell(id, p -> Hook.refunded(p, clock.instant()));
    }

    /** Until the end of a day, or for some lessons, or both. */
    void grantAccess(String id, @Nullable LocalDate until, @Nullable Integer lessonsLeft) {
        Instant end = until == null ? null : until.plusDays(1).atStartOfDay(CAMPUS).toInstant();
        tell(id, p -> Hook.accessGranted(p, end, lessonsLeft, clock.instant()));
    }

    void setExam(LocalDate day) {
        happen(sql -> write(sql, "", Hook.examSet(day, clock.instant())));
    }

    /** What the course platform keeps no record of itself. */
    private void tell(String id, Function<Person, String> hook) {
        happen(sql -> sql.one("select * from demo.learner where id = ? and active", Classroom::read, id)
                .map(p -> write(sql, p.id(), hook.apply(p))).orElse(0));
    }

    private void happen(Statements<Integer> work) {
        store.of(work);
        jobs.wake(SendHooks.NAME);
    }

    private int seed(Sql sql) throws SQLException {
        Instant now = clock.instant();
        write(sql, "", Hook.courseDescribed(start, now));
        for (int position = 0; position < Names.AT_FIRST; position++) {
            enrol(sql, position, now);
        }
        for (int position = 0; position < HAVE_BEGUN; position++) {
            for (int lesson = 0; lesson < (position < GO_AHEAD ? 2 : 1); lesson++) {
                completeLesson(sql, id(position), now.plusSeconds(1 + lesson));
            }
        }
        return DemoStore.keep(sql, "seeded", now.toString());
    }

    private int enrol(Sql sql, int position, Instant at) throws SQLException {
        Person person = new Person(id(position), Names.name(position), Names.email(position), 0, false, true);
        sql.update("""
                insert into demo.learner (id, tenant, position, name, email, lessons, finished, active)
                values (?, ?, ?, ?, ?, 0, false, true)""", person.id(), DemoStore.TENANT.value(), position,
                person.name(), person.email());
        return write(sql, person.id(), Hook.enrolled(person, start, at));
    }

    private int completeLesson(Sql sql, String id, Instant at) throws SQLException {
        return sql
                .one("""
                update demo.learner set lessons = lessons + 1
                where id = ? and active and not finished and lessons < ? returning *""", Classroom::read, id,
                        Lessons.TITLES.size())
                .map(p -> write(sql, p.id(), Hook.lessonCompleted(p, at))).orElse(0);
    }

    private int write(Sql sql, String learner, String body) {
        try {
            return sql.update("""
                    insert into demo.outbox (tenant, learner, message, body, attempts, next, sent)
                    values (?, ?, ?, ?, 0, ?, null)""", DemoStore.TENANT.value(), learner, "msg_" + UUID.randomUUID(),
                    body, clock.instant());
        } catch (SQLException e) {
            throw new org.huifang.persistence.SqlFailed(e);
        }
    }

    static String id(int position) {
        return Integer.toString(101 + position);
    }

    private static Person read(ResultSet r) throws SQLException {
        return new Person(Objects.requireNonNull(r.getString("id")), Objects.requireNonNull(r.getString("name")),
                Objects.requireNonNull(r.getString("email")), r.getInt("lessons"), r.getBoolean("finished"),
                r.getBoolean("active"));
    }
}
