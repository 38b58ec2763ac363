// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/** Makes facts of a stretch of rows; whom and what the archive does not know yet by name is introduced first. */
final class Reading {
    private static final int PASS = 60;

    /** What a row brings about. @param passed why it brings nothing, where that is worth counting */
    record Told(LogRow row, Meaning meaning, List<Fact> facts, @Nullable String passed) {}

    private final Keys keys;
    private final Asking asking;
    private final Set<Long> unknown;
    private final Set<Long> unknownCourses;
    private final Instant now;
    private final Set<Long> people = new HashSet<>();
    private final Set<Long> courses = new HashSet<>();
    private final Set<Long> named = new HashSet<>();
    private final Set<Long> titled = new HashSet<>();
    private @Nullable String later;

    /** @param unknown people to introduce @param unknownCourses courses to introduce */
    Reading(Keys keys, Asking asking, Set<Long> unknown, Set<Long> unknownCourses, Instant now) {
        this.keys = keys;
        this.asking = asking;
        this.unknown = unknown;
        this.unknownCourses = unknownCourses;
        this.now = now;
    }

    /** Up to the first that Moodle cannot answer for now. */
    List<Told> read(List<LogRow> rows, List<Meaning> meanings) {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < rows.size() && later == null; i++) {
            named.clear();
            titled.clear();
            Told one = tell(rows.get(i), meanings.get(i));
            if (later == null) {
                told.add(one);
                people.addAll(named);
                courses.addAll(titled);
            }
        }
        return told;
    }

    /** Whose name was told. */
    Set<Long> people() {
        return people;
    }

    /** Of which courses the title was told. */
    Set<Long> courses() {
        return courses;
    }

    /** Why it stopped; null when it did not. */
    @Nullable
    String later() {
        return later;
    }

    private Told tell(LogRow row, Meaning meaning) {
        return switch (facts(row, meaning)) {
            case Answer.Given<List<Fact>> given when given.value().isEmpty() ->
                new Told(row, meaning, List.of(), meaning instanceof Meaning.Nothing ? "" : null);
            case Answer.Given<List<Fact>> given -> new Told(row, meaning, introduced(meaning, given.value()), null);
            case Answer.Refused<List<Fact>> refused -> new Told(row, meaning, List.of(), refused.code());
            case Answer.Later<List<Fact>> wait -> {
                later = wait.why();
                yield new Told(row, meaning, List.of(), null);
            }
        };
    }

    private Answer<List<Fact>> facts(LogRow row, Meaning meaning) {
        Instant at = row.at().isAfter(now) ? now : row.at();
        return switch (meaning) {
            case Meaning.Said said -> new Answer.Given<>(List.of(said.fact()));
            case Meaning.Completed done -> switch (asking.title(done.module())) {
                // a title is worth no waiting and no missing
                case Answer.Given<String> title -> completed(row, done, title.value(), at);
                case Answer.Refused<String> refused -> completed(row, done, "#" + done.module(), at);
                case Answer.Later<String> wait -> wait.map(title -> List.of());
            };
            case Meaning.Graded graded -> asking.results(graded.course(), graded.person()).map(results -> {
                Moodle.Result result = results.get(graded.item());
                return result == null
                        ? List.of()
                        : List.of(new Fact.TestTaken(keys.course(graded.course()), keys.person(graded.person()),
                                result.test(), result.score(), result.score() >= PASS, at));
            });
            case Meaning.CourseChanged changed -> unknownCourses.contains(changed.course())
                    ? asking.course(changed.course()).map(course -> described(changed.course(), course))
                    : new Answer.Given<>(List.of());
            case Meaning.PersonChanged changed -> unknown.contains(changed.person())
                    ? asking.people().map(all -> described(changed.person(), all))
                    : new Answer.Given<>(List.of());
            case Meaning.RosterChanged changed -> new Answer.Given<>(List.of());
            case Meaning.Nothing nothing -> new Answer.Given<>(List.of());
        };
    }

    private Answer<List<Fact>> completed(LogRow row, Meaning.Completed done, String title, Instant at) {
        return asking.progress(done.course(), done.person()).map(progress -> List.of(
                new Fact.LessonCompleted(keys.course(done.course()), keys.person(done.person()), title,
                        progress.percent(row.second()), at)));
    }

    private List<Fact> introduced(Meaning meaning, List<Fact> facts) {
        List<Fact> all = new ArrayList<>();
        for (long course : meaning.courses()) {
            if (unknownCourses.contains(course) && !courses.contains(course)) {
                all.addAll(needed(asking.course(course).map(one -> described(course, one))));
            }
        }
        for (long person : meaning.people()) {
            if (unknown.contains(person) && !people.contains(person)) {
                all.addAll(needed(asking.people().map(every -> described(person, every))));
            }
        }
        all.addAll(facts);
        return all;
    }

    private List<Fact> needed(Answer<List<Fact>> introduction) {
        return switch (introduction) {
            case Answer.Given<List<Fact>> given -> given.value();
            case Answer.Refused<List<Fact>> refused -> List.of();
            case Answer.Later<List<Fact>> wait -> {
                later = wait.why();
                yield List.of();
            }
        };
    }

    private List<Fact> described(long id, Moodle.Course course) {
        titled.add(id);
        return course.title() == null
                ? List.of()
                : List.of(new Fact.CourseDescribed(keys.course(id), course.title(), course.start(), course.end(), now));
    }

    private List<Fact> described(long id, Map<Long, Map<String, String>> all) {
        named.add(id);
        Map<String, String> values = all.getOrDefault(id, Map.of());
        return values.isEmpty()
                ? List.of()
                : List.of(new Fact.PersonDescribed(keys.person(id), null, values, Confidence.REPORTED, keys.source(),
                        now));
    }
}
