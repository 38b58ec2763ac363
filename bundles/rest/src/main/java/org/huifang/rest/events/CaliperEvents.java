// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.platform.HookSource;
import org.huifang.rest.hooks.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Caliper 1.1 and 1.2 (1EdTech): an envelope of events, and what they mean here.
 * <table>
 * <caption>Events that files keep; all others are counted</caption>
 * <tr><th>event</th><th>fact</th></tr>
 * <tr><td>GradeEvent or OutcomeEvent, Graded, with a score and its maximum</td><td>a test was taken; passed from 60 per
 * cent on, for Caliper does not say</td></tr>
 * <tr><td>ToolUseEvent, with an aggregate measure of units completed and their number</td><td>a lesson was completed, with
 * the progress</td></tr>
 * <tr><td>any event, Completed, of a course</td><td>the course was finished</td></tr>
 * </table>
 * A person is known by the LTI session's {@code sub}, by the identifier of type LtiUserId, or by the end of the IRI; a
 * course likewise.
 */
final class CaliperEvents {
    private static final Set<String> VERSIONS = Set.of("http://purl.imsglobal.org/ctx/caliper/v1p1",
            "http://purl.imsglobal.org/ctx/caliper/v1p2");
    private static final Set<String> COURSES = Set.of("CourseSection", "CourseOffering");
    private static final Set<String> PROGRESS = Set.of("UnitsCompleted", "UnitsPassed");
    private static final String CONTEXT = "/federatedSession/messageParameters/"
            + "https:~1~1purl.imsglobal.org~1spec~1lti~1claim~1context/id";
    private static final int PASSED = 60;

    private final HookSource source;
    private final Instant now;

    CaliperEvents(HookSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    List<Learnt> envelope(byte[] body) throws Refused {
        Event envelope = Event.object(Event.parse(body).node(), "");
        envelope.required("/sensor");
        envelope.time("/sendTime", now);
        if (!VERSIONS.contains(envelope.required("/dataVersion"))) {
            throw Event.wrong("/dataVersion", "is neither Caliper 1.1 nor 1.2");
        }
        JsonNode data = envelope.at("/data");
        if (!data.isArray() || data.isEmpty()) {
            throw Event.wrong("/data", "is not a list of at least one event");
        }
        if (data.size() > Door.MOST_EVENTS) {
            throw Event.wrong("/data", "has more than " + Door.MOST_EVENTS + " events");
        }
        var all = new ArrayList<Learnt>();
        for (int n = 0; n < data.size(); n++) {
            all.add(read(Event.object(data.get(n), "/data/" + n)));
        }
        return all;
    }

    private Learnt read(Event event) throws Refused {
        String type = Ids.last(event.required("/type"));
        if (event.at("/action").isMissingNode()) {
            return new Learnt("", "caliper:entity/" + type, null);
        }
        String id = event.required("/id");
        Instant at = event.time("/eventTime", now);
        String action = event.required("/action");
        String name = action.substring(action.lastIndexOf('#') + 1);
        if (id.length() > 200) {
            throw Event.wrong(event.place() + "/id", "is longer than 200 characters");
        }
        return new Learnt("caliper:" + id, "caliper:" + type + "/" + name, fact(event, type, name, at));
    }

    private @Nullable Fact fact(Event event, String type, String action, Instant at) {
        String object = Ids.last(event.text("/object/type"));
        String course = COURSES.contains(object) && action.equals("Completed")
                ? id(event, "", "/object", "LtiContextId")
                : id(event, CONTEXT, "/group", "LtiContextId");
        if (course.isEmpty()) {
            return null;
        }
        var key = new CourseKey(source.speaksFor(), course);
        return switch (type) {
            case "GradeEvent", "OutcomeEvent" -> action.equals("Graded") ? test(event, key, at) : null;
            case "ToolUseEvent" -> progress(event, key, at);
            default -> {
                PersonKey actor = person(event, "/federatedSession/messageParameters/sub", "/actor");
                yield actor != null && action.equals("Completed") && COURSES.contains(object)
                        ? new Fact.CourseFinished(key, actor, at)
                        : null;
            }
        };
    }

    private @Nullable Fact test(Event event, CourseKey course, Instant at) {
        PersonKey learner = person(event, "", "/object/assignee");
        PersonKey graded = learner == null ? person(event, "", "/generated/attempt/assignee") : learner;
        Double given = event.number("/generated/scoreGiven");
        Double most = event.number("/generated/maxScore");
        Integer score = Event.percent(given == null ? event.number("/generated/totalScore") : given,
                most == null ? event.number("/generated/maxResultScore") : most);
        String title = event.first("/object/assignable/name", "/object/assignable/id", "/object/assignable",
                "/generated/attempt/assignable/name", "/object/name", "/object/id");
        return graded == null || score == null || title.isEmpty()
                ? null
                : new Fact.TestTaken(course, graded, Ids.last(title), score, score >= PASSED, at);
    }

    private @Nullable Fact progress(Event event, CourseKey course, Instant at) {
        PersonKey actor = person(event, "/federatedSession/messageParameters/sub", "/actor");
        String lesson = event.first("/object/name", "/object/id", "/object");
        JsonNode items = event.at("/generated/items");
        for (int n = 0; actor != null && !lesson.isEmpty() && n < items.size(); n++) {
            String item = "/generated/items/" + n;
            Integer progress = Event.percent(event.number(item + "/metricValue"),
                    event.number(item + "/metricValueMax"));
            if (progress != null && PROGRESS.contains(event.text(item + "/metric"))) {
                return new Fact.LessonCompleted(course, actor, Ids.last(lesson), progress, at);
            }
        }
        return null;
    }

    private @Nullable PersonKey person(Event event, String session, String entity) {
        String id = id(event, session, entity, "LtiUserId");
        return id.isEmpty() ? null : new PersonKey(source.speaksFor(), id);
    }

    /** "" when it is not said, or longer than an id can be. */
    private static String id(Event event, String session, String entity, String identifier) {
        String known = session.isEmpty() ? "" : event.text(session);
        JsonNode others = event.at(entity + "/otherIdentifiers");
        for (int n = 0; known.isEmpty() && n < others.size(); n++) {
            if (others.get(n).path("identifierType").asText().equals(identifier)) {
                known = others.get(n).path("identifier").asText();
            }
        }
        String id = known.isEmpty() ? Ids.last(event.first(entity + "/id", entity)) : known;
        return id.length() > 255 ? "" : id;
    }
}
