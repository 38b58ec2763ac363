// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;

/** What happens in a simulated school, and what is true in it whatever anybody was told. */
final class World {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Asia/Shanghai", "Asia/Shanghai",
            "Europe/Berlin", "America/New_York");
    private static final int COURSES = 6;
    /** Working hours in Shanghai, one of the evening, and one of the night, in which nothing must happen. */
    private static final List<LocalTime> HOURS = List.of(LocalTime.of(3, 0), LocalTime.of(9, 15), LocalTime.of(10, 40),
            LocalTime.of(13, 0), LocalTime.of(15, 30), LocalTime.of(20, 15), LocalTime.of(22, 30));

    /** A learner in a course as things really are. */
    static final class Truth {
        final String person;
        final String course;
        final Instant joined;
        /** When their time begins, as the platform had it last; null: when they joined. */
        Instant from;
        Instant left;
        Instant halfway;
        Instant finished;
        boolean refunded;

        Truth(String person, String course, Instant joined) {
            this.person = person;
            this.course = course;
            this.joined = joined;
        }
    }

    private record Dates(LocalDate start, LocalDate end) {}

    private record Arrival(Instant at, long nth, Delivery delivery) {}

    private final School school;
    private final Random random;
    private final Instant end;
    private final double joinsPerTick;
    private final Map<String, Truth> truths = new HashMap<>();
    private final List<Truth> there = new ArrayList<>();
    private final Map<String, Dates> dates = new HashMap<>();
    private final PriorityQueue<Arrival> underWay = new PriorityQueue<>(
            java.util.Comparator.comparing(Arrival::at).thenComparing(Arrival::nth));
    private final int learners;
    private int joined;
    private long nth;
    private long tick;
    private LocalDate day;
    private int hour;

    World(School school, long seed, int learners, Instant start, Duration length) {
        this.school = school;
        this.random = new Random(seed);
        this.learners = learners;
        this.end = start.plus(length);
        this.day = start.atZone(SHANGHAI).toLocalDate();
        // All have joined when two thirds are over, so that the courses of the last can be seen to end.
        this.joinsPerTick = learners * 1.5 / (length.toDays() * HOURS.size());
        for (int n = 0; n < COURSES; n++) {
            tell(described("c" + n, n % 2 == 0 ? day : null, n % 3 == 0 ? day.plusDays(60) : null, start));
        }
    }

    boolean goesOn() {
        return school.now.isBefore(end);
    }

    long tick() {
        return tick;
    }

    Random random() {
        return random;
    }

    Map<String, Truth> truths() {
        return truths;
    }

    /** Time goes on to the next hour at which something is done, and things happen. */
    void next() {
        tick++;
        hour++;
        if (hour == HOURS.size()) {
            hour = 0;
            day = day.plusDays(1);
        }
        // jobs run some seconds late, and what is planned by the quarter of an hour does not wait for them
        school.now = day.atTime(HOURS.get(hour)).atZone(SHANGHAI).toInstant().plusSeconds(tick % 50);
        double due = joinsPerTick;
        while (joined < learners && (due >= 1 || random.nextDouble() < due)) {
            join();
            due--;
        }
        int busy = Math.max(1, there.size() / 60);
        for (int n = 0; n < busy && !there.isEmpty(); n++) {
            happens(there.get(random.nextInt(there.size())));
        }
        if (random.nextInt(60) == 0) {
            moveCourse();
        }
        if (tick % 170 == 169) {
            republish();
        }
        arrive();
    }

    private void join() {
        String person = "p" + joined++;
        enrol(person, "c" + random.nextInt(COURSES));
        if (random.nextInt(4) == 0) {
            enrol(person, "c" + random.nextInt(COURSES));
        }
        if (random.nextInt(15) == 0) {
            say(person);
        }
    }

    private void enrol(String person, String course) {
        if (truths.containsKey(person + course)) {
            return;
        }
        var truth = new Truth(person, course, school.now);
        truths.put(person + course, truth);
        there.add(truth);
        int who = Integer.parseInt(person.substring(1));
        var identity = new Identity("Learner " + who, who % 3 == 0 ? null : person + "@example.org",
                who % 7 == 0 ? null : "1380000" + String.format("%04d", who % 10_000) + who / 10_000,
                who % 2 == 0 ? "zh-CN" : "en", ZONES.get(who % ZONES.size()), null);
        send(new Fact.Enrolled(School.course(course), School.person(person), identity, CourseRole.LEARNER, school.now));
    }

    /** Refuses to be contacted, as some do. */
    private void say(String person) {
        UUID file = file(person);
        if (file != null) {
            school.archive.record(new Delivery(School.TENANT, "learner", "no" + nth++, List.of(new Fact.Consented(file,
                    "contact", random.nextBoolean() ? "any" : "phone", "consent", "1", false, "me", "learner:" + file,
                    school.now))));
        }
    }

    private UUID file(String person) {
        var receipt = (org.huifang.api.archive.Receipt.Recorded) school.archive.record(new Delivery(School.TENANT,
                "platform:1", "who" + nth++, List.of(new Fact.Enrolled(School.course("c0"), School.person(person + "x"),
                        Identity.UNKNOWN, CourseRole.OTHER, school.now))));
        return receipt.people().get(School.person(person + "x"));
    }

    private void happens(Truth truth) {
        switch (random.nextInt(12)) {
            case 0 -> {
                truth.finished = school.now;
                leaveTheOthers(truth);
                send(new Fact.CourseFinished(School.course(truth.course), School.person(truth.person), school.now));
            }
            case 1 -> {
                truth.left = school.now;
                there.remove(truth);
                send(new Fact.Left(School.course(truth.course), School.person(truth.person), school.now));
                if (random.nextBoolean()) {
                    enrol(truth.person, "c" + random.nextInt(COURSES));
                }
            }
            case 2 -> {
                truth.refunded = true;
                there.remove(truth);
                send(new Fact.Refunded(School.course(truth.course), School.person(truth.person), school.now));
            }
            case 3 -> moveEnrolment(truth);
            default -> {
                int progress = random.nextInt(101);
                if (progress >= 50 && truth.halfway == null) {
                    truth.halfway = school.now;
                }
                send(new Fact.LessonCompleted(School.course(truth.course), School.person(truth.person), "L", progress,
                        school.now));
            }
        }
    }

    private void leaveTheOthers(Truth finished) {
        there.remove(finished);
    }

    private void moveCourse() {
        String course = "c" + random.nextInt(COURSES);
        LocalDate start = random.nextInt(3) == 0 ? null : day.plusDays(random.nextInt(30) - 20);
        send(described(course, start, start == null ? null : start.plusDays(20 + random.nextInt(60)), school.now));
    }

    /** What is not said stays as it was. */
    private Fact described(String course, LocalDate start, LocalDate end, Instant at) {
        dates.merge(course, new Dates(start, end), (was, now) -> new Dates(now.start == null ? was.start : now.start,
                now.end == null ? was.end : now.end));
        return new Fact.CourseDescribed(School.course(course), "Course " + course, start, end, at);
    }

    /** The enrolment is put off, or was earlier than was thought. */
    private void moveEnrolment(Truth truth) {
        truth.from = day.plusDays(random.nextInt(25) - 10).atStartOfDay(SHANGHAI).toInstant();
        send(new Fact.AccessGranted(School.course(truth.course), School.person(truth.person), truth.from, null, null,
                school.now));
    }

    /** Until when a step of the default plan is to be done, worked out here a second time; null for other steps. */
    Instant due(Truth truth, String step) {
        Dates course = dates.get(truth.course);
        ZonedDateTime start = (truth.from == null ? truth.joined : truth.from).atZone(SHANGHAI);
        if (course.start != null && course.start.atStartOfDay(SHANGHAI).isAfter(start)) {
            start = course.start.atStartOfDay(SHANGHAI);
        }
        ZonedDateTime end = start.plusDays(56);
        if (course.end != null && course.end.plusDays(1).atStartOfDay(SHANGHAI).isAfter(start)) {
            end = course.end.plusDays(1).atStartOfDay(SHANGHAI);
        }
        return switch (step) {
            case "first" -> start.plusDays(7).toInstant();
            case "mid" -> {
                Instant half = start.plus(Duration.between(start, end).dividedBy(2)).toInstant();
                if (truth.halfway != null && truth.halfway.isBefore(half)) {
                    half = truth.halfway;
                }
                yield half.atZone(SHANGHAI).plusDays(7).toInstant();
            }
            case "end" -> (truth.finished == null ? end : truth.finished.atZone(SHANGHAI)).plusDays(21).toInstant();
            default -> null;
        };
    }

    /** The plan of all gets another version: with a step more, or without it. */
    private void republish() {
        UUID plan = school.plans.all(School.TENANT).getFirst().plan();
        PlanVersion draft = school.plans.draft(School.TENANT, plan);
        List<PlannedStep> steps = new ArrayList<>(draft.steps());
        if (!steps.removeIf(step -> step.code().equals("fourth"))) {
            steps.add(new PlannedStep("fourth", "", Kind.CALL, Anchor.ENROLMENT, 0, 14, 24, 5, false));
        }
        var changed = new PlanVersion(plan, draft.version(), draft.name(), null, null, PlanVersion.Status.DRAFT, steps,
                null, null, "");
        school.plans.saveDraft(School.TENANT, changed);
        PastSteps past = random.nextBoolean() ? PastSteps.SKIP : new PastSteps(PastSteps.How.SPREAD, 20);
        String token = school.plans.preview(School.TENANT, plan, past).token();
        school.plans.publish(School.TENANT, plan, past, token, School.AGENT, "again").orElseThrow();
    }

    /** A hook: most come soon, some twice, some late and in another order, some are lost until the roster is read. */
    private void send(Fact fact) {
        var delivery = new Delivery(School.TENANT, "platform:1", "h" + nth++, List.of(fact));
        int luck = random.nextInt(20);
        Duration delay = luck == 0
                ? Duration.ofHours(30 + random.nextInt(90))
                : luck < 4 ? Duration.ofMinutes(random.nextInt(600)) : Duration.ZERO;
        underWay.add(new Arrival(school.now.plus(delay), nth++, delivery));
        if (luck == 5) {
            underWay.add(new Arrival(school.now.plus(Duration.ofHours(random.nextInt(50))), nth++, delivery));
        }
    }

    private void tell(Fact fact) {
        school.archive.record(new Delivery(School.TENANT, "platform:1", "t" + nth++, List.of(fact)));
    }

    /** One learner's hooks one after the other, those of different ones at the same time, as a platform sends them. */
    private void arrive() {
        Map<Object, List<Delivery>> now = new LinkedHashMap<>();
        while (!underWay.isEmpty() && !underWay.peek().at().isAfter(school.now)) {
            Delivery delivery = underWay.poll().delivery();
            now.computeIfAbsent(about(delivery.facts().getFirst()), who -> new ArrayList<>()).add(delivery);
        }
        AtOnce.each(now.values(), deliveries -> deliveries.forEach(school.archive::record));
    }

    private static Object about(Fact fact) {
        return switch (fact) {
            case Fact.Enrolled it -> it.person();
            case Fact.Left it -> it.person();
            case Fact.Refunded it -> it.person();
            case Fact.CourseFinished it -> it.person();
            case Fact.LessonCompleted it -> it.person();
            case Fact.AccessGranted it -> it.person();
            default -> fact;
        };
    }

    /** Agents work through the queue, at the hours at which they are there; learners answer. */
    void agentsCall(Watch watch) {
        Map<UUID, List<Obligation>> queue = new LinkedHashMap<>();
        String next = null;
        do {
            var page = school.revisits.queue(School.TENANT, null, next, 500);
            page.items().forEach(o -> queue.computeIfAbsent(o.learner(), who -> new ArrayList<>()).add(o));
            next = page.next();
        } while (next != null);
        record Work(List<Obligation> cases, Random luck) {}
        List<Work> work = queue.values().stream().map(cases -> new Work(cases, new Random(random.nextLong()))).toList();
        AtOnce.each(work, one -> workThrough(one.cases, one.luck, watch));
        if (hour == 4 || hour == 5) {
            answer();
        }
    }

    private void workThrough(List<Obligation> cases, Random luck, Watch watch) {
        Set<UUID> done = new HashSet<>();
        for (Obligation obligation : cases) {
            // One call is about all that its contact is about.
            if (done.contains(obligation.id()) || luck.nextInt(10) == 0 || !open(obligation.id())) {
                continue;
            }
            done.addAll(call(obligation, luck, watch));
        }
    }

    private boolean open(UUID obligation) {
        return school.store.ofAll(sql -> sql.one("select 1 from revisit.obligation where id = ? and state = 'DUE'",
                row -> row.getInt(1), obligation)).isPresent();
    }

    private List<UUID> call(Obligation obligation, Random luck, Watch watch) {
        Outcome outcome = switch (luck.nextInt(12)) {
            case 0 -> Outcome.NO_ANSWER;
            case 1 -> Outcome.BUSY;
            case 2 -> Outcome.CALL_BACK;
            case 3 -> luck.nextInt(4) == 0 ? Outcome.REFUSED : Outcome.VOICEMAIL;
            default -> Outcome.REACHED;
        };
        Instant callBack = outcome == Outcome.CALL_BACK
                ? school.now.plus(Duration.ofHours(1 + luck.nextInt(100)))
                : null;
        List<UUID> together = obligation.planned() == null
                ? List.of(obligation.id())
                : luck.nextInt(3) == 0 ? all(obligation.planned().contact()) : obligation.planned().together();
        watch.called(obligation, outcome);
        for (UUID one : together) {
            var attempt = new Attempt(UUID.randomUUID(), School.AGENT, outcome, "", callBack, school.now);
            for (int n = 0; n <= luck.nextInt(2); n++) {
                school.revisits.handIn(School.TENANT, one, attempt);
            }
        }
        return together;
    }

    /** Also what has gone away since the contact was planned: whoever had it on the screen hands that in too. */
    private List<UUID> all(UUID contact) {
        return school.store
                .ofAll(sql -> sql.list("select id from revisit.obligation where contact = ? order by due, id",
                        row -> org.huifang.persistence.Sql.id(row, "id"), contact));
    }

    private void answer() {
        int asked = Math.max(200, learners / 50);
        String next = null;
        do {
            var page = school.revisits.list(School.TENANT, null, "mid", null, next, 200);
            page.items().stream().filter(sheet -> random.nextInt(15) == 0).forEach(sheet -> school.questionnaires
                    .handIn(school.tokens.of(sheet.id()), new Answers(1 + random.nextInt(5), random.nextInt(11), "")));
            asked -= page.items().size();
            next = page.next();
        } while (next != null && asked > 0);
    }

    /** Nothing new happens; what is under way arrives, and what is owed is worked off. */
    void settle(Nodes nodes, Watch watch) throws Exception {
        for (int n = 0; n < 25 * HOURS.size(); n++) {
            hour++;
            if (hour == HOURS.size()) {
                hour = 0;
                day = day.plusDays(1);
            }
            school.now = day.atTime(HOURS.get(hour)).atZone(SHANGHAI).toInstant();
            arrive();
            nodes.work();
            agentsCall(watch);
        }
        nodes.work();
    }
}
