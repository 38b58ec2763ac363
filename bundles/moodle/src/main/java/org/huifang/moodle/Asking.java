// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** All that a stretch of rows must be asked of Moodle: each question once, people together, a few questions at a time. */
final class Asking {
    private static final int AT_A_TIME = 4;

    private record Place(long course, long person) {}

    private final Moodle moodle;
    private final Map<Place, Answer<Moodle.Progress>> progress = new ConcurrentHashMap<>();
    private final Map<Place, Answer<Map<Long, Moodle.Result>>> results = new ConcurrentHashMap<>();
    private final Map<Long, Answer<String>> titles = new ConcurrentHashMap<>();
    private final Map<Long, Answer<Moodle.Course>> courses = new ConcurrentHashMap<>();
    private volatile Answer<Map<Long, Map<String, String>>> people = new Answer.Given<>(Map.of());

    Asking(Moodle moodle) {
        this.moodle = moodle;
    }

    void ask(Collection<Meaning> meanings, Set<Long> unknown, Set<Long> unknownCourses) {
        if (!moodle.there()) {
            people = new Answer.Refused<>("no web service");
            return;
        }
        Set<Place> completed = new LinkedHashSet<>();
        Set<Place> graded = new LinkedHashSet<>();
        Set<Long> modules = new LinkedHashSet<>();
        for (Meaning meaning : meanings) {
            if (meaning instanceof Meaning.Completed done) {
                completed.add(new Place(done.course(), done.person()));
                modules.add(done.module());
            } else if (meaning instanceof Meaning.Graded one) {
                graded.add(new Place(one.course(), one.person()));
            }
        }
        List<Runnable> questions = new ArrayList<>();
        completed.forEach(p -> questions.add(() -> progress.put(p, moodle.progress(p.course, p.person))));
        graded.forEach(p -> questions.add(() -> results.put(p, moodle.results(p.course, p.person))));
        modules.forEach(m -> questions.add(() -> titles.put(m, moodle.title(m))));
        unknownCourses.forEach(c -> questions.add(() -> courses.put(c, moodle.course(c))));
        if (!unknown.isEmpty()) {
            questions.add(() -> people = moodle.people(unknown));
        }
        try (var asking = Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().factory())) {
            questions.forEach(asking::execute);
        }
    }

    Answer<Moodle.Progress> progress(long course, long person) {
        return answer(progress.get(new Place(course, person)));
    }

    Answer<Map<Long, Moodle.Result>> results(long course, long person) {
        return answer(results.get(new Place(course, person)));
    }

    Answer<String> title(long module) {
        return answer(titles.get(module));
    }

    Answer<Moodle.Course> course(long id) {
        return answer(courses.get(id));
    }

    Answer<Map<Long, Map<String, String>>> people() {
        return people;
    }

    private static <T> Answer<T> answer(@Nullable Answer<T> found) {
        return Objects.requireNonNullElseGet(found, () -> new Answer.Refused<>("no web service"));
    }
}
