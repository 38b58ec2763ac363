// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.platform.HookSource;
import org.huifang.rest.hooks.Refused;
import org.jspecify.annotations.Nullable;

/**
 * xAPI 1.0.3 and 2.0 (ADL): statements, and what they mean here.
 * <table>
 * <caption>Statements that files keep, by the last step of the verb's IRI; all others are counted</caption>
 * <tr><th>verb</th><th>fact</th></tr>
 * <tr><td>registered, unregistered; of a course</td><td>enrolled, left</td></tr>
 * <tr><td>completed; of a course</td><td>the course was finished</td></tr>
 * <tr><td>completed, progressed; with the progress of the course in the result's extension {@code progress}</td><td>a lesson
 * was completed</td></tr>
 * <tr><td>passed, failed, scored; with a score, not of a single question</td><td>a test was taken; without passed, failed
 * or success, passed from 60 per cent on</td></tr>
 * </table>
 * The course is the object when its type ends in {@code /course}, or such a one among the grouping or parent activities.
 * Facts are never changed, so a voided statement is counted and takes nothing back.
 */
final class XapiStatements {
    private static final String PROGRESS = "/result/extensions/https:~1~1w3id.org~1xapi~1cmi5~1result~1extensions~1progress";
    private static final int PASSED = 60;

    private final HookSource source;
    private final Instant now;
    private final Map<UUID, byte[]> hashes = new LinkedHashMap<>();
    private final List<Learnt> all = new ArrayList<>();

    XapiStatements(HookSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** In the order of the statements. */
    Map<UUID, byte[]> hashes() {
        return hashes;
    }

    List<Learnt> all() {
        return all;
    }

    /** One or several, as they are posted; those without an id are given one. */
    XapiStatements posted(byte[] body) throws Refused {
        Event root = Event.parse(body);
        if (!root.node().isArray()) {
            return add(Event.object(root.node(), ""), null);
        }
        if (root.node().size() > Door.MOST_EVENTS) {
            throw Event.wrong("", "has more than " + Door.MOST_EVENTS + " statements");
        }
        for (int n = 0; n < root.node().size(); n++) {
            add(root.element(n), null);
        }
        return this;
    }

    /** One, under the id in the URL. */
    XapiStatements put(byte[] body, UUID id) throws Refused {
        return add(Event.object(Event.parse(body).node(), ""), id);
    }

    private XapiStatements add(Event statement, @Nullable UUID given) throws Refused {
        UUID id = id(statement, given);
        if (hashes.putIfAbsent(id, StatementHash.of(statement.node())) != null) {
            throw Event.wrong(statement.place() + "/id", "stands twice in the body");
        }
        statement.required("/verb/id");
        String verb = Ids.last(statement.text("/verb/id"));
        if (!statement.at("/actor").isObject() || !statement.at("/object").isObject()) {
            throw Event.wrong(statement.place(), "lacks an actor or an object");
        }
        Instant at = statement.at("/timestamp").isMissingNode() ? now : statement.time("/timestamp", now);
        all.add(new Learnt("xapi:" + id, "xapi:" + verb, fact(statement, verb, at)));
        return this;
    }

    private static UUID id(Event statement, @Nullable UUID given) throws Refused {
        String text = statement.text("/id");
        try {
            UUID own = text.isEmpty() ? null : UUID.fromString(text);
            if (own != null && given != null && !own.equals(given)) {
                throw Event.wrong(statement.place() + "/id", "is not the one in the URL");
            }
            return own != null ? own : given != null ? given : UUID.randomUUID();
        } catch (IllegalArgumentException e) {
            throw Event.wrong(statement.place() + "/id", "is not a UUID");
        }
    }

    private @Nullable Fact fact(Event statement, String verb, Instant at) {
        boolean ofCourse = course(statement.text("/object/definition/type"));
        String id = ofCourse ? Ids.last(statement.text("/object/id")) : around(statement);
        String person = person(statement);
        if (id.isEmpty() || person.isEmpty() || id.length() > 255 || person.length() > 255) {
            return null;
        }
        var course = new CourseKey(source.speaksFor(), id);
        var learner = new PersonKey(source.speaksFor(), person);
        Double progress = statement.number(PROGRESS);
        return switch (verb) {
            case "registered" -> ofCourse ? enrolled(statement, course, learner, at) : null;
            case "unregistered" -> ofCourse ? new Fact.Left(course, learner, at) : null;
            case "passed", "failed", "scored" -> test(statement, verb, course, learner, at);
            case "completed" -> ofCourse
                    ? new Fact.CourseFinished(course, learner, at)
                    : lesson(statement, course, learner, progress, at);
            case "progressed" -> lesson(statement, course, learner, progress, at);
            default -> null;
        };
    }

    private static Fact enrolled(Event statement, CourseKey course, PersonKey learner, Instant at) {
        String name = statement.text("/actor/name");
        String mail = statement.text("/actor/mbox").replaceFirst("^mailto:", "");
        return new Fact.Enrolled(course, learner, Identity.of(name.isBlank() || name.length() > 200 ? null : name,
                mail.isBlank() || mail.length() > 320 ? null : mail), CourseRole.LEARNER, at);
    }

    private static @Nullable Fact lesson(Event statement, CourseKey course, PersonKey learner,
            @Nullable Double progress, Instant at) {
        return progress == null || progress < 0 || progress > 100
                ? null
                : new Fact.LessonCompleted(course, learner, title(statement), (int) Math.round(progress), at);
    }

    private static @Nullable Fact test(Event statement, String verb, CourseKey course, PersonKey learner, Instant at) {
        String type = Ids.last(statement.text("/object/definition/type"));
        Integer scaled = Event.percent(statement.number("/result/score/scaled"), 1.0);
        Integer score = scaled != null
                ? scaled
                : Event.percent(statement.number("/result/score/raw"), statement.number("/result/score/max"));
        if (score == null || type.endsWith("interaction") || type.equals("question")) {
            return null;
        }
        JsonNode success = statement.at("/result/success");
        boolean passed = switch (verb) {
            case "passed" -> true;
            case "failed" -> false;
            default -> success.isBoolean() ? success.booleanValue() : score >= PASSED;
        };
        return new Fact.TestTaken(course, learner, title(statement), score, passed, at);
    }

    /** In whatever language it is given first. */
    private static String title(Event statement) {
        JsonNode names = statement.at("/object/definition/name");
        for (JsonNode name : names) {
            if (name.isTextual() && !name.textValue().isBlank()) {
                String text = name.textValue();
                return text.length() > 500 ? text.substring(0, 500) : text;
            }
        }
        return Ids.last(statement.text("/object/id"));
    }

    private static String around(Event statement) {
        for (String kind : List.of("grouping", "parent")) {
            JsonNode activities = statement.at("/context/contextActivities/" + kind);
            for (JsonNode activity : activities.isArray() ? activities : List.of(activities)) {
                if (course(activity.at("/definition/type").asText())) {
                    return Ids.last(activity.path("id").asText());
                }
            }
        }
        return "";
    }

    private static boolean course(String type) {
        return type.endsWith("/course");
    }

    private static String person(Event statement) {
        return Ids.last(statement.first("/actor/account/name", "/actor/mbox", "/actor/openid",
                "/actor/mbox_sha1sum"));
    }
}
