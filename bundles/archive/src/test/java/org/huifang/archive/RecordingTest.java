// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.course;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.finished;
import static org.huifang.archive.Course101.learner;
import static org.huifang.archive.Course101.left;
import static org.huifang.archive.Course101.lesson;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Relation;
import org.huifang.api.archive.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Course101 HERE = new Course101();

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static LearnerFile file(UUID learner) {
        return HERE.archive.file(TENANT, learner).orElseThrow();
    }

    private static Enrolment enrolment(UUID learner) {
        return file(learner).enrolments().getFirst();
    }

    @Test
    void a_first_enrolment_opens_a_file_that_says_where_each_value_comes_from() {
        UUID anna = learner(HERE.record("anna-1", enrolled("anna", "Anna Weber", MONDAY)), "anna");

        LearnerFile file = file(anna);
        assertThat(file.name()).isEqualTo("Anna Weber");
        assertThat(file.values()).extracting(FieldValue::field, FieldValue::value, FieldValue::source,
                FieldValue::author,
                FieldValue::confidence, FieldValue::since).containsExactlyInAnyOrder(
                        tuple("name", "Anna Weber", Course101.SOURCE, Course101.SOURCE, Confidence.REPORTED, MONDAY),
                        tuple("email", "anna@example.org", Course101.SOURCE, Course101.SOURCE, Confidence.REPORTED,
                                MONDAY));
        assertThat(file.keys()).containsExactly(Course101.person("anna"));
        assertThat(enrolment(anna).stage()).isEqualTo(Stage.ENROLLED);
        assertThat(enrolment(anna).role()).isEqualTo(CourseRole.LEARNER);
        assertThat(enrolment(anna).enrolled()).isEqualTo(MONDAY);
    }

    @Test
    void a_delivery_counts_once_however_often_it_comes() {
        Receipt first = HERE.record("ben-1", enrolled("ben", "Ben", MONDAY), lesson("ben", 10, day(1)));
        UUID ben = learner(first, "ben");
        for (int again = 0; again < 10; again++) {
            assertThat(HERE.record("ben-1", lesson("ben", 90, day(9)))).isEqualTo(new Receipt.Duplicate());
        }
        assertThat(HERE.archive.timeline(TENANT, ben, null, 50).items()).hasSize(2);
        assertThat(enrolment(ben).progress()).isEqualTo(10);
    }

    @Test
    void of_a_long_timeline_the_kinds_that_are_asked_for_are_read_page_by_page() {
        UUID lea = learner(HERE.record("lea-1", enrolled("lea", "Lea", MONDAY)), "lea");
        for (int n = 1; n <= 7; n++) {
            HERE.record("lea-lesson-" + n, lesson("lea", n, day(n)));
            HERE.record("lea-look-" + n, new Fact.Revealed(lea, "phone", "call", "staff:" + n, day(n)));
        }
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = HERE.archive.timeline(TENANT, lea, Set.of(Fact.Revealed.class), after, 3);
            page.items().forEach(entry -> seen.add(((Fact.Revealed) entry.fact()).author()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactly("staff:7", "staff:6", "staff:5", "staff:4", "staff:3", "staff:2", "staff:1");
        assertThat(HERE.archive.timeline(TENANT, lea, Set.of(Fact.FromPlatform.class), null, 50).items()).hasSize(8);
    }

    @Test
    void a_duplicate_that_names_somebody_new_opens_no_file() {
        HERE.record("cleo-1", enrolled("cleo", "Cleo", MONDAY));
        long before = Course101.count(HERE.archive);
        HERE.record("cleo-1", enrolled("nobody", "Nobody", MONDAY));
        assertThat(Course101.count(HERE.archive)).isEqualTo(before);
    }

    @Test
    void a_late_lesson_takes_no_progress_back() {
        UUID dora = learner(HERE.record("dora-1", lesson("dora", 60, day(3))), "dora");
        HERE.record("dora-2", lesson("dora", 40, day(2)));
        assertThat(enrolment(dora).progress()).isEqualTo(60);
        assertThat(enrolment(dora).lastActivity()).isEqualTo(day(3));
        assertThat(enrolment(dora).stage()).isEqualTo(Stage.LEARNING);
    }

    @Test
    void who_left_may_come_back() {
        Receipt receipt = HERE.record("emil-1", enrolled("emil", "Emil", MONDAY), lesson("emil", 20, day(1)));
        UUID emil = learner(receipt, "emil");
        HERE.record("emil-2", left("emil", day(2)));
        assertThat(enrolment(emil).stage()).isEqualTo(Stage.LEFT);
        assertThat(enrolment(emil).ended()).isEqualTo(day(2));
        assertThat(roster(course(receipt))).doesNotContain(emil);

        HERE.record("emil-3", enrolled("emil", "Emil", day(5)));
        assertThat(enrolment(emil).stage()).isEqualTo(Stage.LEARNING);
        assertThat(enrolment(emil).progress()).isEqualTo(20);
        assertThat(enrolment(emil).ended()).isNull();
        assertThat(roster(course(receipt))).contains(emil);
    }

    private static List<UUID> roster(UUID course) {
        return HERE.archive.roster(TENANT, course, null, 500).items().stream().map(entry -> entry.learner()).toList();
    }

    @Test
    void facts_in_any_order_give_the_same_file() {
        var facts = new ArrayList<Fact>(List.of(enrolled("x", "Name 1", MONDAY), lesson("x", 10, day(1)),
                left("x", day(2)), enrolled("x", "Name 2", day(3)), lesson("x", 50, day(4)), finished("x", day(5)),
                lesson("x", 70, day(6))));
        var files = new ArrayList<List<Object>>();
        for (int order = 0; order < 30; order++) {
            Collections.shuffle(facts, new Random(order));
            String subject = "order" + order;
            Receipt receipt = null;
            for (int i = 0; i < facts.size(); i++) {
                receipt = HERE.record(subject + "/" + i, renamed(facts.get(i), subject));
            }
            LearnerFile file = file(learner(receipt, subject));
            files.add(List.of(file.name(), file.enrolments()));
        }
        assertThat(files).allMatch(files.getFirst()::equals);
        assertThat(files.getFirst()).first().isEqualTo("Name 2");
    }

    private static Fact renamed(Fact fact, String subject) {
        return switch (fact) {
            case Fact.Enrolled f -> enrolled(subject, String.valueOf(f.identity().name()), f.at());
            case Fact.LessonCompleted f -> lesson(subject, f.progress(), f.at());
            case Fact.Left f -> left(subject, f.at());
            case Fact.CourseFinished f -> finished(subject, f.at());
            default -> throw new AssertionError(fact);
        };
    }

    @Test
    void a_new_value_supersedes_and_the_same_again_changes_nothing() throws SQLException {
        UUID fay = learner(HERE.record("fay-1", enrolled("fay", "Fay Old", MONDAY)), "fay");
        HERE.record("fay-2", enrolled("fay", "Fay Old", day(1)));
        assertThat(file(fay).value("name").orElseThrow().since()).isEqualTo(MONDAY);

        HERE.record("fay-3", new Fact.Launched(Course101.COURSE, Course101.person("fay"), Identity.of("Fay New", null),
                CourseRole.LEARNER, day(2)));
        assertThat(file(fay).name()).isEqualTo("Fay New");
        assertThat(file(fay).value("name").orElseThrow().since()).isEqualTo(day(2));
        assertThat(file(fay).value("email")).as("saying nothing takes nothing away").isPresent();

        HERE.record("fay-4", enrolled("fay", "Fay Late", day(1)));
        assertThat(file(fay).name()).as("what was said earlier comes late").isEqualTo("Fay New");
        assertThat(Rows.in(HERE.database, "select value from archive.identity_value where learner = '" + fay
                + "' and field = 'name' and superseded is not null order by since"))
                .containsExactly("Fay Old", "Fay Late");
    }

    @Test
    void a_course_is_called_what_was_said_last_and_until_then_by_its_key() {
        UUID course = course(HERE.record("title-0", lesson("gus", 1, MONDAY)));
        HERE.record("title-1", new Fact.CourseDescribed(Course101.COURSE, "数据入门", LocalDate.of(2026, 9, 7), null,
                day(2)));
        HERE.record("title-2", new Fact.CourseDescribed(Course101.COURSE, "Old title", null, LocalDate.of(2026, 12, 1),
                day(1)));
        Course now = HERE.archive.course(TENANT, course).orElseThrow();
        assertThat(now.title()).isEqualTo("数据入门");
        assertThat(now.start()).isEqualTo(LocalDate.of(2026, 9, 7));
        assertThat(now.end()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void what_cannot_be_stored_is_refused_before_anything_is() {
        assertThatThrownBy(() -> HERE.record("nul", enrolled("hal", "H\0al", MONDAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HERE.record("half", enrolled("hal", "H\uD83Dal", MONDAY)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HERE.archive.find(TENANT, "hal@", null, 10).items()).isEmpty();
        HERE.record("nul", enrolled("hal", "Hal 😀", MONDAY));
        assertThat(HERE.archive.find(TENANT, "hal@", null, 10).items()).hasSize(1);
    }

    @Test
    void the_timeline_cannot_be_changed() {
        HERE.record("ida-1", enrolled("ida", "Ida", MONDAY));
        for (String change : List.of("update archive.timeline set at = now()", "delete from archive.timeline",
                "truncate archive.timeline")) {
            assertThatThrownBy(() -> HERE.database.execute(change)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nobody_sees_another_schools_files() {
        UUID jan = learner(HERE.record("jan-1", enrolled("jan", "Jan", MONDAY)), "jan");
        var other = new TenantId("other");
        assertThat(HERE.archive.file(other, jan)).isEmpty();
        assertThat(HERE.archive.summaries(other, List.of(jan))).isEmpty();
        assertThat(HERE.archive.timeline(other, jan, null, 10).items()).isEmpty();
        assertThat(HERE.archive.courses(other)).isEmpty();
        HERE.archive.record(new Delivery(other, Course101.SOURCE, "jan-1", List.of(enrolled("jan", "Jane", MONDAY))));
        assertThat(HERE.archive.find(other, "", null, 10).items()).hasSize(1).noneMatch(row -> row.id().equals(jan));
    }

    @Test
    void listeners_hear_of_a_change_after_it_was_recorded() throws InterruptedException {
        Receipt receipt = HERE.record("kim-1", enrolled("kim", "Kim", MONDAY), lesson("kim", 5, day(1)));
        var change = new Change(TENANT, "archive", learner(receipt, "kim"), course(receipt));
        Change told = HERE.told.poll(10, TimeUnit.SECONDS);
        while (told != null && !told.equals(change)) {
            told = HERE.told.poll(10, TimeUnit.SECONDS);
        }
        assertThat(told).isEqualTo(change);
        assertThat(HERE.told).as("two facts, one change").doesNotContain(change);
    }

    @Test
    void listeners_hear_of_everybody_whom_a_fact_names() throws InterruptedException {
        UUID lin = learner(HERE.record("lin-1", enrolled("lin", "Lin", MONDAY)), "lin");
        UUID mother = learner(HERE.record("lin-m-1", enrolled("lin-m", "Lin's mother", MONDAY)), "lin-m");
        HERE.archive.record(new Delivery(TENANT, "staff", "lin-linked", List.of(new Fact.Linked(lin, mother,
                Relation.GUARDIAN, true, "staff:li", day(1)))));
        var wanted = new Change(TENANT, "archive", mother, null);
        Change told = HERE.told.poll(10, TimeUnit.SECONDS);
        while (told != null && !told.equals(wanted)) {
            told = HERE.told.poll(10, TimeUnit.SECONDS);
        }
        assertThat(told).isEqualTo(wanted);
    }
}
