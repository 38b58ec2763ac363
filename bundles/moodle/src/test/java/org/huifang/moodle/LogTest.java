// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogTest {
    private final Campus campus = new Campus();
    private final Source source = campus.source();

    @AfterEach
    void close() {
        campus.close();
    }

    private static <T extends Fact> List<T> only(List<Fact> facts, Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<String> subjects(List<Fact> facts) {
        return only(facts, Fact.Enrolled.class).stream().map(fact -> fact.person().subject()).toList();
    }

    @Test
    void what_happens_in_a_course_is_in_the_file_of_whom_it_happened_to() throws Exception {
        campus.happened(Campus.enrolled(8, 21),
                Campus.insert(Events.ROLE_GIVEN, 8, 2, 21, 5, 8, 0, "{\"id\":1}"),
                Campus.event("\\core\\event\\course_viewed", 8, 21, 0, 8, ""),
                Campus.event("\\core\\event\\course_module_completion_updated", 8, 21, 1, 12,
                        "{\"relateduserid\":21,\"completionstate\":2}"),
                Campus.event("\\core\\event\\user_graded", 8, 21, 5, 8, "{\"itemid\":71,\"finalgrade\":7.5}"),
                Campus.insert("\\core\\event\\user_graded", 8, 2, 21, 5, 8, 0, "{\"itemid\":71,\"finalgrade\":9}"),
                Campus.event("\\core\\event\\course_completed", 8, 21, 3, 8, "{\"relateduserid\":21}"),
                Campus.insert("\\core\\event\\user_enrolment_deleted", 8, 2, 21, 9, 8, 0,
                        "{\"userenrolment\":{\"id\":9,\"lastenrol\":false},\"enrol\":\"self\"}"),
                Campus.insert("\\core\\event\\user_enrolment_deleted", 8, 2, 21, 9, 8, 0,
                        "{\"userenrolment\":{\"id\":9,\"lastenrol\":true},\"enrol\":\"manual\"}"));
        Campus.readAll(source);
        List<Fact> facts = campus.recorded();

        assertThat(only(facts, Fact.CourseDescribed.class)).singleElement().satisfies(course -> {
            assertThat(course.title()).isEqualTo("Chinese 8");
            assertThat(course.start()).isEqualTo(LocalDate.parse("2026-02-28"));
            assertThat(course.end()).isNull();
        });
        assertThat(only(facts, Fact.PersonDescribed.class)).singleElement()
                .satisfies(person -> assertThat(person.values()).containsEntry("name", "Person 21")
                        .containsEntry("email", "p21@example.org").containsEntry("locale", "zh-CN").hasSize(3));
        assertThat(only(facts, Fact.Enrolled.class)).extracting(Fact.Enrolled::role)
                .containsOnly(CourseRole.LEARNER);
        // two of four that count were done by then; the test was the learner's own doing once
        assertThat(only(facts, Fact.LessonCompleted.class)).singleElement()
                .returns("Lesson 12", Fact.LessonCompleted::lesson).returns(50, Fact.LessonCompleted::progress);
        assertThat(only(facts, Fact.TestTaken.class)).singleElement().returns("HSK 1", Fact.TestTaken::test)
                .returns(75, Fact.TestTaken::score).returns(true, Fact.TestTaken::passed);
        assertThat(only(facts, Fact.CourseFinished.class)).hasSize(1);
        assertThat(only(facts, Fact.Left.class)).singleElement().returns(
                new PersonKey("platform:" + campus.platform.id(), "21"), Fact.Left::person);
        assertThat(campus.counted).containsEntry("moodle:core\\event\\course_viewed", 1L)
                .containsEntry("moodle:core\\event\\user_graded", 1L);
    }

    @Test
    void teachers_are_never_taken_for_learners_and_whoever_is_hidden_or_a_guest_is_passed_over() throws Exception {
        campus.happened(Campus.enrolled(8, 30), Campus.event("\\core\\event\\course_viewed", 8, 31, 0, 8, ""),
                Campus.insert(Events.ROLE_GIVEN, 8, 2, 30, 3, 8, 0, "{}"),
                Campus.insert(Events.ENROLLED, 8, 2, 32, 9, 8, 1, "{}"), Campus.enrolled(8, 1),
                Campus.enrolled(1, 33),
                Campus.insert("\\core\\event\\role_unassigned", 8, 2, 30, 3, 8, 0, "{}"),
                Campus.insert("\\core\\event\\user_enrolment_deleted", 9, 2, 30, 3, 9, 0, "a:1:{s:1:\"x\";i:1;}"));
        Campus.readAll(source);
        List<Fact> facts = campus.recorded();
        assertThat(only(facts, Fact.Enrolled.class)).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.role()).isEqualTo(CourseRole.INSTRUCTOR);
            assertThat(fact.person().subject()).isEqualTo("30");
        });
        assertThat(only(facts, Fact.Left.class)).isEmpty();
        assertThat(campus.hinted).containsExactlyInAnyOrder("8", "9");
    }

    @Test
    void a_row_that_commits_after_a_later_one_is_waited_for_however_long_and_a_lost_number_is_not() throws Exception {
        try (Connection slow = campus.writer(); var statement = slow.createStatement()) {
            statement.execute(Campus.enrolled(8, 41));
            campus.happened(Campus.enrolled(8, 42));
            source.run();
            campus.pass(Gaps.PATIENCE);
            source.run();
            source.run();
            assertThat(subjects(campus.recorded())).as("while the first writes").isEmpty();
            slow.commit();
            Campus.readAll(source);
            assertThat(subjects(campus.recorded())).containsExactlyInAnyOrder("41", "42");

            statement.execute(Campus.enrolled(8, 43));
            campus.happened(Campus.enrolled(8, 44));
            slow.rollback();
            source.run();
            assertThat(subjects(campus.recorded())).as("for some seconds").isEmpty();
            campus.pass(Gaps.PATIENCE);
            source.run();
            assertThat(subjects(campus.recorded())).containsExactly("44");
        }
    }

    @Test
    void many_writers_and_two_readers_at_once_and_each_row_counts_once() throws Exception {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        Source other = campus.source();
        try (var writers = Executors.newFixedThreadPool(6); var readers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writing = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(w -> writers.submit(() -> write(w, kept))).toList();
            AtomicInteger left = new AtomicInteger(writing.size());
            List<Future<?>> reading = List.of(source, other).stream()
                    .<Future<?>>map(one -> readers.submit(() -> {
                        while (left.get() > 0) {
                            one.run();
                            campus.pass(Gaps.PATIENCE);
                        }
                    })).toList();
            for (Future<?> one : writing) {
                one.get();
                left.decrementAndGet();
            }
            for (Future<?> one : reading) {
                one.get();
            }
        }
        for (int i = 0; i < 3; i++) {
            Campus.readAll(source);
            campus.pass(Gaps.PATIENCE);
        }
        List<String> recorded = subjects(campus.recorded());
        assertThat(recorded).doesNotHaveDuplicates();
        assertThat(new HashSet<>(recorded)).isEqualTo(kept).hasSizeGreaterThan(100);
    }

    private Void write(int writer, Set<String> kept) throws Exception {
        Random random = new Random(writer);
        for (int i = 0; i < 20; i++) {
            try (Connection connection = campus.writer(); var statement = connection.createStatement()) {
                Set<String> rows = new HashSet<>();
                for (int j = 0; j < 2; j++) {
                    long person = 1_000 + writer * 1_000 + i * 10 + j;
                    statement.execute(Campus.enrolled(8, person));
                    rows.add(Long.toString(person));
                }
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    kept.addAll(rows);
                }
            }
        }
        return null;
    }

    @Test
    void who_dies_between_the_archive_and_the_cursor_does_it_again_without_effect() throws Exception {
        for (int i = 0; i < 40; i++) {
            campus.happened(Campus.enrolled(8, 100 + i));
        }
        AtomicInteger calls = new AtomicInteger();
        LearnerArchive dying = (LearnerArchive) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{LearnerArchive.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(campus.archive.archive(), arguments);
                        if (method.getName().equals("record") && calls.incrementAndGet() == 40) {
                            throw new IllegalStateException("killed");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        assertThatThrownBy(() -> campus.source(dying).run()).hasMessage("killed");
        assertThat(campus.store.position(campus.platform)).isZero();
        int first = campus.recorded().size();
        assertThat(first).isGreaterThanOrEqualTo(80);
        Campus.readAll(source);
        assertThat(campus.recorded()).isEmpty();
        assertThat(campus.store.position(campus.platform)).isEqualTo(40);
        assertThat(campus.store.met(campus.platform, MoodleStore.Kind.PERSON, List.of(100L, 139L, 140L)))
                .containsExactlyInAnyOrder(100L, 139L);
    }
}
