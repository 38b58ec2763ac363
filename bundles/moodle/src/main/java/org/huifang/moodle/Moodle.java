// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Moodle is asked: no more fields and no more people than are needed. */
final class Moodle {
    private static final String INFO = "core_webservice_get_site_info";
    private static final String PEOPLE = "core_user_get_users_by_field";
    private static final String COURSES = "core_course_get_courses_by_field";
    private static final String MODULE = "core_course_get_course_module";
    private static final String COMPLETION = "core_completion_get_activities_completion_status";
    private static final String GRADES = "gradereport_user_get_grade_items";
    /** The functions that the service must offer. */
    static final Set<String> FUNCTIONS = Set.of(INFO, PEOPLE, COURSES, MODULE, COMPLETION, GRADES);
    private static final int AT_ONCE = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_MAIL = 320;
    private static final Set<String> TESTS = Set.of("quiz", "h5pactivity", "scorm", "lesson");

    /** As Moodle shows it. */
    record Course(@Nullable String title, @Nullable LocalDate start, @Nullable LocalDate end) {}

    /** What is done of a course. @param tracked how many activities count @param done when each was completed */
    record Progress(int tracked, List<Long> done) {
        Progress {
            done = List.copyOf(done);
        }

        /** 0 to 100, as it was then. */
        int percent(long second) {
            long by = done.stream().filter(time -> time <= second).count();
            return tracked == 0 ? 0 : (int) Math.min(100, Math.round(100.0 * by / tracked));
        }
    }

    /** Of a test. @param score 0 to 100 */
    record Result(String test, int score) {}

    private final @Nullable WebService service;
    private final ZoneId zone;

    Moodle(@Nullable WebService service, ZoneId zone) {
        this.service = service;
        this.zone = zone;
    }

    boolean there() {
        return service != null;
    }

    /** What the service does not offer. */
    Answer<Set<String>> missing(Set<String> more) {
        return call(INFO, Map.of()).map(info -> {
            Set<String> missing = new TreeSet<>(FUNCTIONS);
            missing.addAll(more);
            info.path("functions").forEach(function -> missing.remove(function.path("name").asText()));
            return missing;
        });
    }

    /** By the fields of a file; whom Moodle does not show is left out. */
    Answer<Map<Long, Map<String, String>>> people(Collection<Long> ids) {
        Map<Long, Map<String, String>> people = new HashMap<>();
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<String, String> asked = new TreeMap<>(Map.of("field", "id"));
            for (int i = 0; i < some.size(); i++) {
                asked.put("values[" + i + "]", some.get(i).toString());
            }
            Answer<JsonNode> answer = call(PEOPLE, asked);
            if (!(answer instanceof Answer.Given<JsonNode> given)) {
                return answer.map(none -> people);
            }
            given.value().forEach(user -> people.put(user.path("id").asLong(), values(user)));
        }
        return new Answer.Given<>(people);
    }

    private static Map<String, String> values(JsonNode user) {
        Map<String, String> values = new HashMap<>();
        text(user, "fullname", LONGEST_NAME).ifPresent(name -> values.put("name", name));
        text(user, "email", LONGEST_MAIL).filter(mail -> mail.contains("@")).ifPresent(m -> values.put("email", m));
        text(user, "lang", 30).map(lang -> Locale.forLanguageTag(lang.replace('_', '-')).toLanguageTag())
                .filter(tag -> !tag.equals("und")).ifPresent(tag -> values.put("locale", tag));
        // "99" is "as the site", which is not said
        text(user, "timezone", 60).filter(ZoneId.getAvailableZoneIds()::contains)
                .ifPresent(name -> values.put("timeZone", name));
        return values;
    }

    Answer<Course> course(long id) {
        return call(COURSES, Map.of("field", "id", "value", Long.toString(id))).map(answer -> {
            JsonNode course = answer.path("courses").path(0);
            return new Course(text(course, "fullname", LONGEST_TITLE).orElse(null), day(course, "startdate"),
                    day(course, "enddate"));
        });
    }

    Answer<String> title(long module) {
        return call(MODULE, Map.of("cmid", Long.toString(module)))
                .map(answer -> text(answer.path("cm"), "name", LONGEST_TITLE).orElse("#" + module));
    }

    Answer<Progress> progress(long course, long person) {
        return call(COMPLETION, Map.of("courseid", Long.toString(course), "userid", Long.toString(person)))
                .map(answer -> {
                    int tracked = 0;
                    List<Long> done = new ArrayList<>();
                    for (JsonNode one : answer.path("statuses")) {
                        int state = one.path("state").asInt();
                        tracked += one.path("tracking").asInt() > 0 ? 1 : 0;
                        if (one.path("tracking").asInt() > 0 && (state == 1 || state == 2)) {
                            done.add(one.path("timecompleted").asLong());
                        }
                    }
                    return new Progress(tracked, done);
                });
    }

    /** By the number of the item; what is no test, or has no grade yet, is left out. */
    Answer<Map<Long, Result>> results(long course, long person) {
        return call(GRADES, Map.of("courseid", Long.toString(course), "userid", Long.toString(person)))
                .map(answer -> {
                    Map<Long, Result> results = new HashMap<>();
                    answer.path("usergrades").path(0).path("gradeitems").forEach(item -> {
                        double least = item.path("grademin").asDouble();
                        double most = item.path("grademax").asDouble();
                        if (TESTS.contains(item.path("itemmodule").asText()) && item.path("graderaw").isNumber()
                                && most > least) {
                            long score = Math.round(100 * (item.path("graderaw").asDouble() - least) / (most - least));
                            results.put(item.path("id").asLong(),
                                    new Result(text(item, "itemname", LONGEST_TITLE).orElse("?"),
                                            (int) Math.clamp(score, 0, 100)));
                        }
                    });
                    return results;
                });
    }

    private Answer<JsonNode> call(String function, Map<String, String> parameters) {
        return service == null ? new Answer.Refused<>("no web service") : service.call(function, parameters);
    }

    private @Nullable LocalDate day(JsonNode course, String name) {
        long second = course.path(name).asLong();
        return second <= 0 ? null : LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    private static Optional<String> text(JsonNode of, String name, int longest) {
        return Optional.of(of.path(name).asText("").replace("\0", "").strip()).filter(text -> !text.isEmpty())
                .map(text -> text.length() > longest ? text.substring(0, longest) : text).map(Function.identity());
    }
}
