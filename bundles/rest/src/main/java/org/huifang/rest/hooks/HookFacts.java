// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import java.time.Duration;
import java.time.Instant;
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
 * {@code data.course.id}, and all but {@code course.described} {@code data.user.id}: {@code course.described},
 * {@code enrolment.created}, {@code enrolment.deleted}, {@code lesson.completed}, {@code course.finished}. A shop sends
 * {@code purchase.recorded} with {@code data.user.id} and {@code data.order}: {@code id}, {@code title}, {@code kind}
 * (bought, renewed or refunded) and, for what ends, {@code until}.
 */
final class HookFacts {
    /** Clocks differ; more than that is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);
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

    static List<Fact> read(byte[] body, HookSource source, Instant now) throws Refused {
        String speaksFor = source.platform() == null ? "hook:" + source.name() : "platform:" + source.platform();
        return new HookFacts(HookBody.parse(body), speaksFor, "hook:" + source.name(), now).facts();
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
            case "enrolment.deleted" -> facts.add(new Fact.Left(course, person(), at));
            case "lesson.completed" -> facts.add(new Fact.LessonCompleted(course, person(),
                    body.required("/data/lesson/title", 500), body.percent("/data/lesson/progress"), at));
            case "course.finished" -> facts.add(new Fact.CourseFinished(course, person(), at));
            default -> body.wrong("/type", "is not one of course.described, enrolment.created, enrolment.deleted, "
                    + "lesson.completed, course.finished, purchase.recorded");
        }
    }

    /** A shop knows orders, not courses; what it says again of an order replaces what it said before. */
    private Fact.Purchased purchase(Instant at) {
        String kind = body.optional("/data/order/kind", 20);
        Purchase.@Nullable Kind read = kind == null ? Purchase.Kind.BOUGHT : KINDS.get(kind);
        if (read == null) {
            body.wrong("/data/order/kind", "is not one of bought, renewed, refunded");
        }
        Instant until = body.optional("/data/order/until", 40) == null ? null : body.time("/data/order/until");
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
