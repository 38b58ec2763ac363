// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Receipt;
import org.huifang.api.care.Greeted;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.api.care.Saved;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.consent.Policies;
import org.huifang.api.revisit.OtherContacts;
import org.huifang.archive.RealArchive;
import org.huifang.calendar.CalendarStore;
import org.huifang.calendar.StoredCalendars;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.revisit.RealLimits;
import org.jspecify.annotations.Nullable;

/** Archive, calendar, limits and greetings as in the product, each test a school of its own, with a clock that is set. */
final class Campus implements AutoCloseable {
    /** 10:00 in Shanghai on a Monday. */
    static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final TestDatabase SHARED = TestDatabase.start();
    private static final RealArchive REAL = new RealArchive(SHARED);
    private static final LearnerArchive ARCHIVE = REAL.archive();
    private static final CalendarStore CALENDARS = new CalendarStore(SHARED);
    private static final CareStore STORE = new CareStore(SHARED);
    private static final AtomicInteger SCHOOLS = new AtomicInteger();
    private static volatile @Nullable OtherContacts limits;

    final TenantId tenant = new TenantId("campus-" + SCHOOLS.incrementAndGet());
    volatile Instant now = MONDAY;
    private final InstantSource clock = () -> now;
    private final Jobs jobs = name -> {};
    private final Announcer announcer = new Announcer();
    final CareStore store = STORE;
    final StoredCalendars calendars = new StoredCalendars(CALENDARS, announcer, clock);
    private final Reachability reachability = REAL.reachability();
    final People people = new People(clock, reachability, REAL.segments(clock), calendars);
    final Policies policies = REAL.policies();
    private final Writing writing = new Writing(ARCHIVE, policies, clock);
    final SqlGreetings greetings = new SqlGreetings(store, people, announcer, jobs, writing);
    final List<Message> taken = new ArrayList<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private int deliveries;

    /** What the channel says; it may throw, as a machine that stops. */
    volatile RevisitChannel email = message -> {
        taken.add(message);
        return new org.huifang.api.channel.Receipt.Accepted(now, "1");
    };

    /** One of several nodes. */
    Job sender() {
        OtherContacts there = limits;
        if (there == null) {
            there = RealLimits.of(SHARED, calendars, reachability);
            limits = there;
        }
        var carrying = new Carrying(store, writing, there);
        carrying.channels = List.of(Map.entry(Map.of("channel", "email"), message -> email.send(message)));
        return new SendGreetings(store, people, carrying, announcer);
    }

    void tell() {
        runAll(new TellArchive(store, ARCHIVE));
    }

    List<Fact.Greeted> greeted(String name) {
        return ARCHIVE.timeline(tenant, id(name), Set.of(Fact.Greeted.class), null, 10).items().stream()
                .map(entry -> (Fact.Greeted) entry.fact()).toList();
    }

    UUID id(String name) {
        return ids.get(name);
    }

    /** Joins the course "c", with an address, and agrees to care. */
    UUID enrol(String name, @Nullable String zone, @Nullable LocalDate born) {
        var key = new PersonKey("platform:1", name);
        var recorded = (Receipt.Recorded) record(new Fact.Enrolled(course(), key,
                new Identity(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.org", null, "en", zone, null),
                CourseRole.LEARNER, now));
        UUID id = recorded.people().get(key);
        ids.put(name, id);
        if (born != null) {
            record(new Fact.ValueSaid(id, Field.BIRTH_DATE.key(), born.toString(), Confidence.STATED, "staff:1",
                    now));
        }
        agree(name, true);
        return id;
    }

    void agree(String name, boolean given) {
        record(new Fact.Consented(id(name), "care", "any", "consent", "1", given, "form", "learner:" + id(name), now));
    }

    void leave(String name) {
        record(new Fact.Left(course(), new PersonKey("platform:1", name), now));
    }

    void lesson(String name, int progress) {
        record(new Fact.LessonCompleted(course(), new PersonKey("platform:1", name), "Lesson", progress, now));
    }

    void finish(String name) {
        record(new Fact.CourseFinished(course(), new PersonKey("platform:1", name), now));
    }

    Receipt record(Fact... facts) {
        return ARCHIVE.record(new Delivery(tenant, "platform:1", "d" + deliveries++, List.of(facts)));
    }

    private static CourseKey course() {
        return new CourseKey("platform:1", "c");
    }

    Greeting live(Occasion occasion) {
        var greeting = new Greeting(UUID.randomUUID(), "Wishes", occasion,
                Map.of("en", new Greeting.Text("Dear {name}", "All the best to you, {name}!")), null, null, true);
        if (!(greetings.save(tenant, greeting) instanceof Saved.Kept)) {
            throw new AssertionError("refused");
        }
        return greeting;
    }

    /** Runs every job until nothing is left to do. */
    void work() {
        runAll(new FollowProgress(store, ARCHIVE, jobs));
        runAll(new GreetPassed(store, people, jobs));
        find();
        runAll(sender());
    }

    void find() {
        runAll(new FindOccasions(store, people, jobs));
    }

    private static void runAll(Job job) {
        int runs = 0;
        while (job.run()) {
            if (++runs > 1_000) {
                throw new AssertionError(job.name() + " never ends");
            }
        }
    }

    /** Goes on by two hours, and works after each. */
    void until(Instant then) {
        while (now.isBefore(then)) {
            Instant next = now.plus(Duration.ofHours(2));
            now = next.isAfter(then) ? then : next;
            work();
        }
    }

    List<Message> ours() {
        return taken.stream().filter(message -> message.tenant().equals(tenant)).toList();
    }

    List<String> greetedByName() {
        return ours().stream().map(message -> message.to().replace("@example.org", "")).toList();
    }

    List<Greeted> greeted(Greeting greeting) {
        return greetings.greeted(tenant, greeting.id(), Set.of(Greeted.State.values()), null, 100).items();
    }

    /** Other schools' greetings are no work of the next test. */
    @Override
    public void close() {
        store.of(tenant, sql -> sql.update("update care.greeting set gone = true"));
    }
}
