// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;

/**
 * Holds what the school did against the rules, written down here a second time and in another way: who may be called when,
 * how often, and what everybody had coming. It stands where a provider of messages would.
 */
final class Watch implements RevisitChannel {
    private static final int MOST_SHOWN = 40;
    /** The free working days and the worked weekends of the time that is simulated (国办发明电〔2024〕12号 and 2025-11-04). */
    private static final Set<String> FREE = new HashSet<>();
    private static final Set<String> WORKED = Set.of("2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
            "2026-02-14",
            "2026-02-28");

    static {
        for (String span : List.of("2025-04-04/2025-04-06", "2025-05-01/2025-05-05", "2025-05-31/2025-06-02",
                "2025-10-01/2025-10-08", "2026-01-01/2026-01-03", "2026-02-15/2026-02-23")) {
            LocalDate last = LocalDate.parse(span.substring(11));
            for (LocalDate day = LocalDate.parse(span.substring(0, 10)); !day.isAfter(last); day = day.plusDays(1)) {
                FREE.add(day.toString());
            }
        }
    }

    /** The process ended after the provider took a message, and before it could note so. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Contact(Instant at, String how) {}

    private final School school;
    private final World world;
    private final String seed;
    private final Map<UUID, List<Contact>> contacts = new ConcurrentHashMap<>();
    private final Map<String, Integer> messages = new ConcurrentHashMap<>();
    private final Set<String> maybeTwice = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean dies = new AtomicBoolean();
    private final LongAdder calls = new LongAdder();
    private final Collection<String> findings = new ConcurrentLinkedQueue<>();
    private long kills;
    private long checks;

    Watch(School school, World world, String seed) {
        this.school = school;
        this.world = world;
        this.seed = seed;
    }

    void killed() {
        kills++;
    }

    void dieAfterTheNextMessage() {
        dies.set(true);
    }

    @Override
    public Receipt send(Message message) {
        boolean first = messages.merge(message.key(), 1, Integer::sum) == 1;
        assertThat(first || maybeTwice.remove(message.key())).as(seed + ": twice " + message.key()).isTrue();
        permitted(message.learner(), false, message::key);
        if (first) {
            contacted(message.learner(), message.key(), true);
        }
        if (dies.getAndSet(false)) {
            maybeTwice.add(message.key());
            throw new Killed();
        }
        return new Receipt.Accepted(school.now, message.key());
    }

    /** An agent is about to call somebody whom the queue offered. */
    void called(Obligation obligation, Outcome outcome) {
        calls.increment();
        assertThat(obligation.hold()).as(seed).isNull();
        boolean phone = obligation.planned() == null || obligation.planned().channel().equals("phone");
        permitted(obligation.learner(), phone, () -> offered(obligation));
        // Who asks to be called at another time has not been contacted yet, and wants to be.
        contacted(obligation.learner(), obligation.id().toString(), outcome != Outcome.CALL_BACK);
    }

    private String offered(Obligation obligation) {
        return obligation + " " + school.store.ofAll(sql -> sql.list("""
            select concat_ws(' ', o.state, o.opens, o.hold, o.contact, o.waiting, c.at, c.until, c.over, c.chosen, c.notified,
                c.channel, r.at) from revisit.obligation o left join revisit.contact c on c.id = o.contact
            left join revisit.replan r on r.person = o.person where o.id = ?""", row -> row.getString(1),
                obligation.id()));
    }

    /** Between 8 and 21 by the person's own clock; calls neither at noon nor on free days. */
    private void permitted(UUID learner, boolean call, Supplier<String> why) {
        ZonedDateTime local = school.now.atZone(zone(learner));
        LocalTime time = local.toLocalTime();
        Supplier<String> when = () -> seed + ": " + local + " " + learner + " " + why.get() + " "
                + known(learner);
        assertThat(!time.isBefore(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(21, 0))).as(when).isTrue();
        if (call) {
            assertThat(!time.isBefore(LocalTime.NOON) && time.isBefore(LocalTime.of(14, 0))).as(when).isFalse();
            String day = local.toLocalDate().toString();
            boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
            assertThat(FREE.contains(day) || weekend && !WORKED.contains(day)).as(when).isFalse();
        }
    }

    /** What the archive has of somebody, and how far the engine has read. */
    private String known(UUID learner) {
        return school.store.ofAll(sql -> FollowTimeline.CURSOR.read(sql) + " of " + sql.list("""
            select pg_snapshot_xmin(pg_current_snapshot()) || ' ' || t::text as line from archive.timeline t
            where learner = ? order by id desc limit 4""", row -> row.getString("line"), learner) + sql.list("""
                select query || ' since ' || xact_start as line from pg_stat_activity
                where backend_xid is not null""", row -> row.getString("line")));
    }

    /** The default: once in 24 hours, three times in 7 times 24 hours, over all courses and channels. */
    private void contacted(UUID learner, String how, boolean counts) {
        List<Contact> before = contacts.computeIfAbsent(learner, id -> new ArrayList<>());
        assertThat(since(before, Duration.ofDays(1))).as(seed + ": %s %s after %s", learner, school.now, before)
                .isZero();
        assertThat(since(before, Duration.ofDays(7))).as(seed + ": %s %s after %s", learner, school.now, before)
                .isLessThan(3);
        if (counts) {
            before.add(new Contact(school.now, how));
        }
    }

    private long since(List<Contact> before, Duration time) {
        return before.stream().filter(c -> c.at.isAfter(school.now.minus(time))).count();
    }

    /** As the file says now: who was heard of by a lesson first has none until the enrolment arrives. */
    private ZoneId zone(UUID learner) {
        return school.store.ofAll(sql -> sql.one("select value from archive.identity_value where learner = ?"
                + " and field = 'timeZone' and superseded is null", row -> ZoneId.of(row.getString(1)), learner))
                .orElse(World.SHANGHAI);
    }

    /** The law of conservation: both sides, and the roster's. */
    void balance() {
        checks++;
        assertThat(school.missing()).as(seed + ": at " + school.now).isZero();
    }

    /** At the end: of everybody, everything that was owed. It does not stop at the first finding: a year takes hours. */
    void everything() throws Exception {
        balance();
        none("is not told", "select id::text from revisit.outbox");
        none("is not planned", "select person::text from revisit.replan where at = '-infinity'");
        none("is on record twice",
                "select key::text from revisit.attempt group by obligation, key having count(*) > 1");
        none("is done twice", """
            select concat_ws(' ', a.obligation, o.step, o.origin, o.state, o.reason,
                string_agg(a.outcome || ' ' || a.at, ', ' order by a.at))
            from revisit.attempt a join revisit.obligation o on o.id = a.obligation
            group by a.obligation, o.step, o.origin, o.state, o.reason
            having count(*) filter (where a.outcome = 'REACHED') > 1""");
        AtOnce.each(world.truths().values(), truth -> {
            try {
                one(truth);
            } catch (AssertionError e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        });
        assertThat(findings.stream().limit(MOST_SHOWN)).as("%s: %d findings", seed, findings.size()).isEmpty();
    }

    private void none(String what, String query) throws Exception {
        school.rows(query).forEach(row -> findings.add(row + " " + what));
    }

    private void one(World.Truth truth) {
        var recorded = (org.huifang.api.archive.Receipt.Recorded) school.archive
                .record(new org.huifang.api.archive.Delivery(School.TENANT, "platform:1",
                        "again " + truth.person + truth.course,
                        List.of(new Fact.LessonCompleted(School.course(truth.course), School.person(truth.person), "L",
                                0,
                                truth.joined))));
        UUID learner = recorded.people().get(School.person(truth.person));
        UUID course = recorded.courses().get(School.course(truth.course));
        String who = seed + ": " + truth.person + " in " + truth.course + " ";
        Map<String, Obligation> owed = new TreeMap<>();
        for (Obligation o : school.revisits.of(School.TENANT, List.of(learner))) {
            if (o.course().equals(course)) {
                assertThat(owed.put(o.step(), o)).as(who + "is owed " + o.step() + " once").isNull();
            }
        }
        if (owed.isEmpty() && truth.left != null) {
            // Who was heard to have left before they were heard to have come was never on the roster.
            return;
        }
        // what was called about and is still owed comes back itself, so nobody is promised a call-back besides
        assertThat(owed).as(who).containsKeys("first", "mid", "end").doesNotContainKey("promise");
        owed.values().forEach(o -> one(truth, o, who + o));
        told(learner, owed, who);
    }

    private void one(World.Truth truth, Obligation o, String who) {
        if (o.state().open()) {
            assertThat(truth.left == null && !truth.refunded).as(who + " is asked of who has gone").isTrue();
            assertThat(truth.finished == null || o.step().equals("end")).as(who + " is asked of who has finished")
                    .isTrue();
        }
        switch (o.state()) {
            case EXEMPT -> {
                boolean why = switch (o.reason()) {
                    case "left" -> truth.left != null;
                    case "finished" -> truth.finished != null;
                    case "refunded" -> truth.refunded;
                    case "plan" -> o.step().equals("fourth");
                    // Who joined before the step was there, and was past it.
                    case "past" -> o.step().equals("fourth");
                    default -> false;
                };
                assertThat(why).as(who + " is exempt for a reason that is true").isTrue();
            }
            case SCHEDULED -> {
                assertThat(o.opens()).as(who).isAfter(school.now);
                Instant due = world.due(truth, o.step());
                assertThat(due == null || due.equals(o.due())).as(who + " is to be done until " + due).isTrue();
            }
            case DUE, OVERDUE -> {
                boolean waits = o.hold() != null || o.planned() != null
                        || o.kind() == org.huifang.api.revisit.Kind.QUESTIONNAIRE
                        || o.attempts().stream().anyMatch(a -> a.at().isAfter(school.now.minus(Duration.ofDays(8))));
                assertThat(waits).as(who + " waits without a reason").isTrue();
                if (o.hold() == null && o.kind() != org.huifang.api.revisit.Kind.QUESTIONNAIRE) {
                    assertThat(o.due()).as(who + " was forgotten").isAfter(school.now.minus(Duration.ofDays(21)));
                }
            }
            case DONE, DECLINED, UNREACHABLE -> assertThat(o.settled()).as(who).isNotNull();
        }
        assertThat(o.attempts()).as(who).filteredOn(a -> a.outcome() == Outcome.REACHED).hasSizeLessThan(2);
    }

    /** The archive heard of each attempt once. */
    private void told(UUID learner, Map<String, Obligation> owed, String who) {
        List<Fact.Revisited> heard = new ArrayList<>();
        String next = null;
        do {
            var page = school.archive.timeline(School.TENANT, learner, next, 500);
            page.items().stream().map(TimelineEntry::fact).filter(Fact.Revisited.class::isInstance)
                    .map(Fact.Revisited.class::cast).forEach(heard::add);
            next = page.next();
        } while (next != null);
        for (Obligation o : owed.values()) {
            assertThat(heard).as(who).filteredOn(f -> f.obligation().equals(o.id()))
                    .hasSameSizeAs(o.attempts().stream().map(Attempt::key).toList());
            assertThat(o.state() == State.DONE && o.settled() == null).as(who).isFalse();
        }
    }

    Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        counts.put("calls", calls.sum());
        counts.put("messages", (long) messages.size());
        counts.put("kills", kills);
        counts.put("checks", checks);
        counts.put("places", (long) world.truths().size());
        for (var row : school.revisits.ledger(School.TENANT, null).rows()) {
            row.counts()
                    .forEach((state, n) -> counts.merge(state.name().toLowerCase(java.util.Locale.ROOT), n, Long::sum));
        }
        return counts;
    }
}
