// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.platform.HookSource;
import org.huifang.rest.hooks.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Live events in Canvas's own format, {@code {"metadata": .., "body": ..}}, and what they mean here.
 * <table>
 * <caption>Events that files keep; all others are counted</caption>
 * <tr><th>event</th><th>fact</th></tr>
 * <tr><td>enrollment_created, enrollment_updated; of a student</td><td>enrolled while active, left when deleted, inactive
 * or rejected</td></tr>
 * <tr><td>course_progress</td><td>a lesson was completed, with the progress by requirements</td></tr>
 * <tr><td>course_completed</td><td>the course was finished</td></tr>
 * <tr><td>grade_change, with a score and points that are possible</td><td>a test was taken; passed from 60 per cent
 * on</td></tr>
 * </table>
 * People and courses are known by Canvas's ids, which are not those of LTI launches: that two files are one person's is
 * found by what else they say.
 */
final class CanvasEvents {
    private static final String ACCOUNT = "root_account_uuid";
    private static final int PASSED = 60;
    private static final int LONGEST = 60;

    private final HookSource source;
    private final Instant now;

    CanvasEvents(HookSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    List<Learnt> read(String payload) throws Refused {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        Event event = Event.object(Event.parse(bytes).node(), "");
        if (event.at("/dataVersion").isTextual()) {
            for (int n = 0; n < event.at("/data").size(); n++) {
                check(event.text("/data/" + n + "/extensions/com.instructure.canvas/" + ACCOUNT));
            }
            return new CaliperEvents(source, now).envelope(bytes);
        }
        check(event.text("/metadata/" + ACCOUNT));
        String name = event.required("/metadata/event_name");
        Instant at = event.time("/metadata/event_time", now);
        if (name.length() > LONGEST) {
            throw Event.wrong("/metadata/event_name", "is longer than " + LONGEST + " characters");
        }
        return List.of(new Learnt("canvas:" + key(event, name, at), "canvas:" + name, fact(event, name, at)));
    }

    private void check(String account) throws Refused {
        byte[] said = account.getBytes(StandardCharsets.UTF_8);
        if (source.keys().stream().noneMatch(key -> MessageDigest.isEqual(key, said))) {
            throw CanvasServlet.unknown();
        }
    }

    /** Canvas gives events no id of their own; what it says and when is one event, and may be sent twice. */
    private static String key(Event event, String name, Instant at) {
        String request = event.first("/metadata/request_id", "/metadata/job_id");
        return name + ":" + at + ":" + Integer.toHexString(event.at("/body").toString().hashCode()) + ":"
                + request.substring(0, Math.min(LONGEST, request.length()));
    }

    private @Nullable Fact fact(Event event, String name, Instant at) {
        String context = event.first("/body/course/id", "/body/course_id", "/metadata/context_id");
        String person = event.first("/body/user/id", "/body/student_id", "/body/user_id");
        if (context.isEmpty() || person.isEmpty() || context.length() > 255 || person.length() > 255) {
            return null;
        }
        var course = new CourseKey(source.speaksFor(), context);
        var learner = new PersonKey(source.speaksFor(), person);
        return switch (name) {
            case "enrollment_created", "enrollment_updated" -> enrolment(event, course, learner, at);
            case "course_progress" -> progress(event, course, learner, at);
            case "course_completed" -> new Fact.CourseFinished(course, learner, at);
            case "grade_change" -> grade(event, course, learner, at);
            default -> null;
        };
    }

    private static @Nullable Fact enrolment(Event event, CourseKey course, PersonKey learner, Instant at) {
        if (!event.text("/body/type").equals("StudentEnrollment")) {
            return null;
        }
        String name = event.text("/body/user_name");
        return switch (event.text("/body/workflow_state")) {
            case "active" -> new Fact.Enrolled(course, learner,
                    Identity.of(name.isBlank() || name.length() > 200 ? null : name, null), CourseRole.LEARNER, at);
            case "deleted", "inactive", "rejected" -> new Fact.Left(course, learner, at);
            default -> null;
        };
    }

    private static @Nullable Fact progress(Event event, CourseKey course, PersonKey learner, Instant at) {
        Integer progress = Event.percent(event.number("/body/progress/requirement_completed_count"),
                event.number("/body/progress/requirement_count"));
        String lesson = event.first("/body/module_item/title", "/body/module/name", "/body/course/name");
        return progress == null || lesson.isEmpty()
                ? null
                : new Fact.LessonCompleted(course, learner, lesson, progress, at);
    }

    private static @Nullable Fact grade(Event event, CourseKey course, PersonKey learner, Instant at) {
        Integer score = Event.percent(event.number("/body/score"), event.number("/body/points_possible"));
        String title = event.first("/body/assignment_name", "/body/assignment_id");
        return score == null || title.isEmpty()
                ? null
                : new Fact.TestTaken(course, learner, title, score, score >= PASSED, at);
    }
}
