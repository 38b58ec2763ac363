// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.huifang.api.archive.Receipt;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.Role;
import org.huifang.api.staff.Staff;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.NewTicket;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.archive.RealArchive;
import org.huifang.calendar.CalendarStore;
import org.huifang.calendar.StoredCalendars;
import org.huifang.identity.RealAccounts;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.staff.Remembered;
import org.huifang.staff.StaffStore;
import org.huifang.staff.StoredStaff;

/** Archive, calendar, accounts, team and tickets as in the product, on a fresh database, with a clock that is set. */
final class Office {
    /** A Wednesday, 17:00 in Shanghai, the last hour before the holidays of National Day. */
    static final Instant EVE = Instant.parse("2026-09-30T09:00:00Z");
    static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");

    /** Migrating five schemas takes seconds, so all tests share them, and each is a school of its own. */
    private static final TestDatabase SHARED = TestDatabase.start();
    private static final LearnerArchive ARCHIVE = new RealArchive(SHARED).archive();
    private static final CalendarStore CALENDARS = new CalendarStore(SHARED);
    private static final StaffStore TEAMS = new StaffStore(SHARED);
    private static final TicketStore STORE = new TicketStore(SHARED);
    private static final AtomicInteger SCHOOLS = new AtomicInteger();

    final TenantId tenant = new TenantId("school-" + SCHOOLS.incrementAndGet());
    final TestDatabase database = SHARED;
    volatile Instant now = MONDAY;
    final InstantSource clock = () -> now;
    final Jobs jobs = name -> {};
    final Announcer announcer = new Announcer();
    final LearnerArchive archive = ARCHIVE;
    final StoredCalendars calendars = new StoredCalendars(CALENDARS, announcer, clock);
    final Accounts accounts = RealAccounts.of(database, clock);
    final Staff staff = new StoredStaff(TEAMS, accounts, new Remembered(), announcer,
            clock);
    final TicketStore store = STORE;
    final Tokens tokens = new Tokens(store);
    final Working working = new Working(clock, calendars);
    final Owners owners = new Owners(accounts, staff);
    final Relay relay = new Relay(store, jobs, archive);
    final Moving moving = new Moving(store, working, relay, announcer, jobs);
    final Raising raising = new Raising(store, working, owners, relay, announcer);
    final SqlTickets tickets = new SqlTickets(store, working, raising, moving,
            new Assigning(store, working, announcer));
    final SqlConfirmations confirmations = new SqlConfirmations(store, tokens, moving, working);
    final SqlTicketRules rules = new SqlTicketRules(store, announcer);
    final SqlCourseChanges changes = new SqlCourseChanges(store, working, announcer, jobs);
    final Job follow = follow();
    final Job raiseHeard = new RaiseHeard(store, raising, jobs);
    final Job ask = new AskAgain(store, working, moving);
    final Job endWaits = new EndWaits(store, working, moving);
    final Job escalate = new Escalate(store, working, owners, moving);
    final Job cover = new CoverAbsent(store, working, owners, moving);
    private int deliveries;

    Job follow() {
        return new FollowTimeline(store, archive, jobs);
    }

    UUID employ(String name, Role role) {
        try {
            return accounts.create(tenant, name, name, "correct horse battery " + name, Set.of(role)).id();
        } catch (InvalidAccount e) {
            throw new AssertionError(e);
        }
    }

    static CourseKey course(String name) {
        return new CourseKey("platform:1", name);
    }

    static PersonKey person(String name) {
        return new PersonKey("platform:1", name);
    }

    Receipt record(Fact... facts) {
        return archive.record(new Delivery(tenant, "platform:1", "d" + deliveries++, List.of(facts)));
    }

    Learner enrol(String name) {
        var recorded = (Receipt.Recorded) record(new Fact.Enrolled(course("c"), person(name), Identity.of(name, null),
                CourseRole.LEARNER, now));
        return new Learner(recorded.people().get(person(name)), recorded.courses().get(course("c")));
    }

    void complain(String name, String text) {
        record(new Fact.Complained(course("c"), person(name), text, now));
    }

    void feedback(Learner learner, Area area, String said, boolean problem) {
        record(new Fact.FeedbackGiven(learner.id(), learner.course(), UUID.randomUUID(), "first", area, "", said,
                problem, UUID.randomUUID(), now));
    }

    void answered(Learner learner, Integer satisfaction, String comment) {
        record(new Fact.Answered(learner.id(), learner.course(), UUID.randomUUID(), "mid", satisfaction, 5, comment,
                now, now));
    }

    /** Runs what follows the timeline and makes tickets until nothing is left to do. */
    void work() {
        runAll(follow);
        runAll(raiseHeard);
    }

    static void runAll(Job job) {
        int runs = 0;
        while (job.run()) {
            if (++runs > 1_000) {
                throw new AssertionError(job.name() + " never ends");
            }
        }
    }

    Ticket raise(Learner learner, Area area, String code) {
        return tickets.raise(tenant, new NewTicket(UUID.randomUUID().toString(), learner.id(), learner.course(), null,
                area, code, "The video stops", "It stops after a minute", null, "learner:" + learner.id(), now));
    }

    TicketFile file(Ticket ticket) {
        return tickets.file(tenant, ticket.id()).orElseThrow();
    }

    Ticket moved(Ticket ticket, Move move, UUID by) {
        return switch (tickets.move(tenant, ticket.id(), move, by)) {
            case Moved.Done(Ticket after) -> after;
            case Moved.Refused(Set<Moved.Reason> reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }

    Set<Moved.Reason> refused(Ticket ticket, Move move, UUID by) {
        return switch (tickets.move(tenant, ticket.id(), move, by)) {
            case Moved.Done(Ticket after) -> throw new AssertionError("done: " + after);
            case Moved.Refused(Set<Moved.Reason> reasons) -> reasons;
        };
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    long number(String query) throws SQLException {
        return store.ofAll(sql -> sql.list(query, row -> row.getLong(1))).getFirst();
    }

    /** A person and a course as the archive knows them. */
    record Learner(UUID id, UUID course) {}
}
