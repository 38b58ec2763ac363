// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.lang.annotation.Annotation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.consent.Policies;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.archive.RealArchive;
import org.huifang.calendar.CalendarStore;
import org.huifang.calendar.StoredCalendars;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;

/** The real archive and the real revisits on a fresh database, with a clock that is set and jobs that run when told. */
final class School implements AutoCloseable {
    static final TenantId TENANT = TenantId.DEFAULT;
    static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-00000000a9e1");

    final TestDatabase database = TestDatabase.start();
    final RealArchive real = new RealArchive(database);
    final LearnerArchive archive = real.archive();
    final Policies policies = real.policies();
    final RevisitStore store = new RevisitStore(database);
    final Jobs jobs = name -> {};
    private final Announcer announcer = new Announcer();
    final Telling telling = new Telling(announcer);
    volatile Instant now = MONDAY;
    final InstantSource clock = () -> now;
    final Relay relay = new Relay(store, jobs, archive);
    private final CalendarStore calendarStore = new CalendarStore(database);
    final StoredCalendars calendars = new StoredCalendars(calendarStore, announcer, clock);
    final Settings settings = new Settings(new Shanghai(), "https://huifang.example.org/", calendars);
    final Owners owners = new Owners(clock, null);
    final Sending sending = new Sending(settings);
    final Planners planners = new Planners(settings, sending, calendars, real.reachability());
    final Job follow = follow();
    final Job open = new OpenRevisits(store, clock, jobs, telling);
    final Job plan = plan();
    final Job look = new LookAgain(store, clock, settings, owners, jobs, telling);
    final Tokens tokens = new Tokens(store);
    final Letters letters = new Letters(archive, policies, settings);
    final Job ahead = new TellAhead(store, clock, planners, sending, tokens, letters, jobs);
    final Job tell = new RelayFacts(relay, store, clock);
    final SqlRevisits revisits = new SqlRevisits(store, clock,
            new HandingIn(store, clock, relay, telling, jobs, planners),
            new Drafts(store), new Handling(store, clock, telling, jobs, settings, owners), settings);
    final SqlPlans plans = new SqlPlans(store, clock, settings, owners, telling, jobs, planners);
    final SqlTriggers triggers = new SqlTriggers(store, clock, archive, telling);
    final SqlNotices notices = new SqlNotices(store, tokens, planners, clock, telling, jobs, settings, owners);
    final SqlQuestionnaires questionnaires = questionnaires();
    private int deliveries;

    /** Another node on the same database. */
    FollowTimeline follow() {
        return new FollowTimeline(store, archive, settings, clock, jobs, telling, owners);
    }

    /** Another node on the same database. */
    Job plan() {
        return plan(real.reachability());
    }

    /** One that asks here how people are reached. */
    Job plan(Reachability reachability) {
        return new PlanContacts(store, clock, new Planners(settings, sending, calendars, reachability), owners,
                settings, telling);
    }

    SqlQuestionnaires questionnaires() {
        return new SqlQuestionnaires(store, new Tokens(store), clock, relay, telling);
    }

    static CourseKey course(String name) {
        return new CourseKey("platform:1", name);
    }

    static PersonKey person(String name) {
        return new PersonKey("platform:1", name);
    }

    Receipt record(Fact... facts) {
        return archive.record(new Delivery(TENANT, "platform:1", "d" + deliveries++, List.of(facts)));
    }

    /** Joins the course "c"; the ids of the archive come back. */
    Learner enrol(String name) {
        var recorded = (Receipt.Recorded) record(enrolled(name, "c", now));
        return new Learner(recorded.people().get(person(name)), recorded.courses().get(course("c")));
    }

    static Fact enrolled(String name, String course, Instant at) {
        return new Fact.Enrolled(course(course), person(name), Identity.of(name, null), CourseRole.LEARNER, at);
    }

    void leave(String name) {
        record(new Fact.Left(course("c"), person(name), now));
    }

    void lesson(String name, int progress) {
        record(new Fact.LessonCompleted(course("c"), person(name), "Lesson", progress, now));
    }

    void finish(String name) {
        record(new Fact.CourseFinished(course("c"), person(name), now));
    }

    void describe(LocalDate start, LocalDate end) {
        record(new Fact.CourseDescribed(course("c"), "Course", start, end, now));
    }

    /** Runs all jobs until none has anything to do. */
    void work() {
        runAll(follow);
        runAll(look);
        runAll(open);
        runAll(plan);
        runAll(ahead);
        runAll(tell);
        runAll(follow);
        runAll(plan);
    }

    static void runAll(Job job) {
        int runs = 0;
        while (job.run()) {
            if (++runs > 1_000) {
                throw new AssertionError(job.name() + " never ends");
            }
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
        work();
    }

    Obligation of(Learner learner, String step) {
        return revisits.of(TENANT, List.of(learner.id())).stream()
                .filter(o -> o.step().equals(step) && o.course().equals(learner.course())).findFirst().orElseThrow();
    }

    List<State> states(Learner learner) {
        return List.of(of(learner, "first").state(), of(learner, "mid").state(), of(learner, "end").state());
    }

    Attempt attempt(Outcome outcome) {
        return new Attempt(UUID.randomUUID(), AGENT, outcome, "noted", null, now);
    }

    /** What Huifang itself told the archive of a learner, oldest first. */
    List<Fact> told(Learner learner) {
        var facts = new ArrayList<Fact>();
        archive.timeline(TENANT, learner.id(), null, 200).items().stream().map(TimelineEntry::fact)
                .filter(Fact.FromHuifang.class::isInstance).forEach(facts::addFirst);
        return facts;
    }

    long missing() {
        return revisits.ledger(TENANT, null).rows().stream().mapToLong(Ledger.Row::missing).map(Math::abs).sum()
                + sum(store.ofAll(Conservation::missing)) + sum(store.ofAll(Conservation::unowed));
    }

    private static long sum(Map<TenantId, Long> wrong) {
        return wrong.values().stream().mapToLong(Long::longValue).sum();
    }

    List<String> rows(String query) throws SQLException {
        return store.ofAll(sql -> sql.list(query, row -> row.getString(1)));
    }

    @Override
    public void close() {
        store.close();
        calendarStore.close();
        real.close();
        database.close();
    }

    /** A person and a course as the archive knows them. */
    record Learner(UUID id, UUID course) {}

    private static final class Shanghai implements Settings.Config {
        @Override
        public String zone() {
            return ZoneId.of("Asia/Shanghai").getId();
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Settings.Config.class;
        }
    }
}
