// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Purchase;
import org.huifang.api.platform.HookSource;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a hook says: {@code {"type": .., "timestamp": .., "data": {..}}}. Types about a course have
 * {@code data.course.id}, and all but the first two {@code data.user.id}. A source that numbers its hooks, each one
 * more than the one before, adds {@code "sequence": ..}: then it is noticed when one is lost.
 * <table>
 * <caption>Types</caption>
 * <tr><th>type</th><th>more of {@code data}; what is in brackets may be left out</th></tr>
 * <tr><td>course.described</td><td>[course.title], [course.start], [course.end]: dates</td></tr>
 * <tr><td>exam.set</td><td>course.exam: the date</td></tr>
 * <tr><td>enrolment.created</td><td>[role], [user.name, .email, .phone, .locale, .timeZone], [as course.described]</td></tr>
 * <tr><td>enrolment.deleted, course.finished</td><td>nothing</td></tr>
 * <tr><td>lesson.completed</td><td>lesson.title, lesson.progress: 0 to 100 per cent of the course</td></tr>
 * <tr><td>access.granted</td><td>one or more of access.from and access.until, dates and
 * times, and access.lessonsLeft; what is said again replaces what was said before</td></tr>
 * <tr><td>test.taken</td><td>test.title, test.score: 0 to 100, test.passed: true or false</td></tr>
 * <tr><td>complaint.raised</td><td>complaint.text</td></tr>
 * <tr><td>refund.asked</td><td>[refund.reason]</td></tr>
 * <tr><td>refund.done</td><td>nothing; whoever leaves the course for it leaves by enrolment.deleted</td></tr>
 * <tr><td>purchase.recorded</td><td>of a shop, without a course: order.id, order.title, [order.kind]: bought, renewed
 * or refunded, [order.until]</td></tr>
 * </table>
 */
final class HookFacts {
    /** Clocks differ; more than that is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int MOST_TEXT = 5_000;
    private static final String TYPES = "course.described, exam.set, enrolment.created, enrolment.deleted, "
            + "lesson.completed, course.finished, access.granted, test.taken, complaint.raised, refund.asked, "
            + "refund.done, purchase.recorded";
    private static final Map<String, CourseRole> ROLES = Map.of("learner", CourseRole.LEARNER, "instructor",
            CourseRole.INSTRUCTOR, "other", CourseRole.OTHER);
    private static final Map<String, Purchase.Kind> KINDS = Map.of("bought", Purchase.Kind.BOUGHT, "renewed",
            Purchase.Kind.RENEWED, "refunded", Purchase.Kind.REFUNDED);

    private final HookBody body;
    private final String speaksFor;
    private final String author;
    private final Instant now;
    private final List<Fact> facts = new ArrayList<>();

    private HookFacts(HookBody body, String speaksFor, String author, Instant now) {
        this.body = body;
        this.speaksFor = speaksFor;
        this.author = author;
        this.now = now;
    }

    /** What a hook brings: facts, and its number when its source counts. */
    record Said(List<Fact> facts, @Nullable Long sequence) {}

    static Said read(byte[] body, HookSource source, Instant now) throws Refused {
        HookBody parsed = HookBody.parse(body);
        Long sequence = parsed.number("/sequence");
        return new Said(new HookFacts(parsed, source.speaksFor(), "hook:" + source.name(), now).facts(), sequence);
    }

    /** Of one that is not understood; null when it has none. */
    static @Nullable Long sequence(byte[] body) {
        try {
            return HookBody.parse(body).number("/sequence");
        } catch (Refused notJson) {
            return null;
        }
    }

    /** What one that is not understood calls itself; "" when it does not say. */
    static String type(byte[] body) {
        try {
            String type = HookBody.parse(body).optional("/type", 100);
            return type == null ? "" : type;
        } catch (Refused notJson) {
            return "";
        }
    }

    private List<Fact> facts() throws Refused {
        String type = body.required("/type", 100);
        Instant at = body.time("/timestamp");
        if (at.isBefore(Instant.EPOCH)) {
            body.wrong("/timestamp", "is before 1970");
        }
        if (at.isAfter(now.plus(AHEAD))) {
            body.wrong("/timestamp", "is in the future");
        }
        if (type.equals("purchase.recorded")) {
            facts.add(purchase(at));
        } else {
            courseFacts(type, new CourseKey(speaksFor, given(body.required("/data/course/id", 255))), at);
        }
        body.check();
        return facts;
    }

    private void courseFacts(String type, CourseKey course, Instant at) {
        switch (type) {
            case "course.described" -> describe(course, at);
            case "enrolment.created" -> {
                describe(course, at);
                facts.add(new Fact.Enrolled(course, person(), identity(), role(), at));
            }
            case "exam.set" -> {
                LocalDate day = body.day("/data/course/exam");
                facts.add(new Fact.ExamSet(course, day == null ? missing("/data/course/exam") : day, at));
            }
            default -> facts.add(personFact(type, course, person(), at));
        }
    }

    private Fact personFact(String type, CourseKey course, PersonKey person, Instant at) {
        return switch (type) {
            case "enrolment.deleted" -> new Fact.Left(course, person, at);
            case "lesson.completed" -> new Fact.LessonCompleted(course, person,
                    body.required("/data/lesson/title", 500), body.percent("/data/lesson/progress"), at);
            case "course.finished" -> new Fact.CourseFinished(course, person, at);
            case "access.granted" -> access(course, person, at);
            case "test.taken" -> new Fact.TestTaken(course, person, body.required("/data/test/title", 500),
                    body.percent("/data/test/score"), body.flag("/data/test/passed"), at);
            case "complaint.raised" -> new Fact.Complained(course, person,
                    body.required("/data/complaint/text", MOST_TEXT), at);
            case "refund.asked" -> {
                String reason = body.optional("/data/refund/reason", MOST_TEXT);
                yield new Fact.RefundAsked(course, person, reason == null ? "" : reason, at);
            }
            case "refund.done" -> new Fact.Refunded(course, person, at);
            default -> {
                body.wrong("/type", "is not one of " + TYPES);
                yield new Fact.Left(course, person, at);
            }
        };
    }

    private Fact access(CourseKey course, PersonKey person, Instant at) {
        Instant from = time("/data/access/from");
        Instant until = time("/data/access/until");
        Integer left = body.count("/data/access/lessonsLeft");
        if (from == null && until == null && left == null) {
            body.wrong("/data/access", "says neither from nor until nor lessonsLeft");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            body.wrong("/data/access/until", "is not after from");
        }
        return new Fact.AccessGranted(course, person, from, until, left, at);
    }

    private @Nullable Instant time(String pointer) {
        return body.optional(pointer, 40) == null ? null : body.time(pointer);
    }

    private LocalDate missing(String pointer) {
        body.required(pointer, 10);
        return LocalDate.EPOCH;
    }

    /** A shop knows orders, not courses; what it says again of an order replaces what it said before. */
    private Fact.Purchased purchase(Instant at) {
        String kind = body.optional("/data/order/kind", 20);
        Purchase.@Nullable Kind read = kind == null ? Purchase.Kind.BOUGHT : KINDS.get(kind);
        if (read == null) {
            body.wrong("/data/order/kind", "is not one of bought, renewed, refunded");
        }
        Instant until = time("/data/order/until");
        return new Fact.Purchased(person(), body.required("/data/order/id", 255),
                body.required("/data/order/title", 500), read == null ? Purchase.Kind.BOUGHT : read, until, author, at);
    }

    private void describe(CourseKey course, Instant at) {
        var said = new Fact.CourseDescribed(course, body.optional("/data/course/title", 500),
                body.day("/data/course/start"), body.day("/data/course/end"), at);
        if (said.title() != null || said.start() != null || said.end() != null) {
            facts.add(said);
        }
    }

    private PersonKey person() {
        return new PersonKey(speaksFor, given(body.required("/data/user/id", 255)));
    }

    private Identity identity() {
        return new Identity(body.optional("/data/user/name", 200), body.optional("/data/user/email", 320),
                body.optional("/data/user/phone", 50), body.optional("/data/user/locale", 35),
                body.optional("/data/user/timeZone", 64), null);
    }

    private CourseRole role() {
        String text = body.optional("/data/role", 20);
        @Nullable
        CourseRole role = text == null ? CourseRole.LEARNER : ROLES.get(text.toLowerCase(Locale.ROOT));
        if (role == null) {
            body.wrong("/data/role", "is not one of learner, instructor, other");
        }
        return role == null ? CourseRole.OTHER : role;
    }

    /** A key that was missing is an error already; this keeps the reading going, to find the others. */
    private static String given(String key) {
        return key.isEmpty() ? "?" : key;
    }
}
