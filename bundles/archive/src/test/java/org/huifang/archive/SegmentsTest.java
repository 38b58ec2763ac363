// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.finished;
import static org.huifang.archive.Course101.learner;
import static org.huifang.archive.Course101.left;
import static org.huifang.archive.Course101.lesson;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.Purchase;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.Tag;
import org.huifang.api.archive.TagCount;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Measure;
import org.huifang.api.segment.Order;
import org.huifang.api.segment.Segment;
import org.huifang.api.segment.Why;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final Course101 HERE = new Course101();
    private static final Instant NOW = day(30);
    private static final StoredSegments SEGMENTS = new StoredSegments(HERE.store, () -> NOW);
    private static final StoredTags TAGS = new StoredTags(HERE.store);
    private static final List<UUID> KEEPERS = List.of(UUID.randomUUID(), UUID.randomUUID());
    private static UUID ann;
    private static UUID bo;
    private static UUID cy;
    private static UUID course;

    @BeforeAll
    static void people() {
        Receipt receipt = enrol("ann", Identity.of("Ann Weber", "ann@mail.example"), MONDAY);
        course = Course101.course(receipt);
        ann = learner(receipt, "ann");
        bo = learner(enrol("bo", new Identity("薄荷", null, "13811112222", null, null, "考级"), day(20)), "bo");
        cy = learner(enrol("cy", Identity.of("Cy", null), MONDAY), "cy");
        HERE.record("facts", lesson("ann", 40, day(3)), lesson("bo", 70, day(25)), finished("bo", day(26)),
                left("cy", day(5)));
        tag(ann, "重点", true, 1);
        tag(bo, "重点", true, 1);
        tag(bo, "late", true, 1);
    }

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static Receipt enrol(String subject, Identity identity, Instant at) {
        return HERE.record(subject, new Fact.Enrolled(Course101.COURSE, Course101.person(subject), identity,
                CourseRole.LEARNER, at));
    }

    private static void tag(UUID who, String tag, boolean on, int day) {
        staff(new Fact.Tagged(who, tag, on, "staff:li", day(day)));
    }

    private static void staff(Fact... facts) {
        HERE.archive.record(new Delivery(TENANT, "staff", UUID.randomUUID().toString(), List.of(facts)));
    }

    private static List<UUID> in(Condition condition) {
        return in(condition, "", Order.NAME);
    }

    private static List<UUID> in(Condition condition, String search, Order order) {
        var all = new ArrayList<UUID>();
        String after = null;
        do {
            Page<Listed> page = SEGMENTS.find(TENANT, condition, search, order, after, 2);
            page.items().forEach(line -> all.add(line.id()));
            after = page.next();
        } while (after != null);
        assertThat(SEGMENTS.count(TENANT, condition, search)).isEqualTo(all.size());
        return all.stream().filter(List.of(ann, bo, cy)::contains).toList();
    }

    private static Condition not(Condition condition) {
        return new Condition.Not(condition);
    }

    private static Condition.InCourse stage(@Nullable Stage stage, int least, int most) {
        return new Condition.InCourse(null, null, stage, least, most);
    }

    @Test
    void each_condition_holds_whom_it_says() {
        assertThat(in(new Condition.Is("name", " ann WEBER"))).containsExactly(ann);
        assertThat(in(new Condition.Contains("email", "MAIL."))).containsExactly(ann);
        assertThat(in(new Condition.Contains("goal", "级"))).containsExactly(bo);
        assertThat(in(not(new Condition.Known("phone")))).containsExactlyInAnyOrder(ann, cy);
        assertThat(in(not(new Condition.Is("goal", "考级")))).containsExactlyInAnyOrder(ann, cy);
        assertThat(in(new Condition.Wears("late"))).containsExactly(bo);
        assertThat(in(stage(Stage.LEFT, 0, 100))).containsExactly(cy);
        assertThat(in(stage(null, 0, 100))).containsExactlyInAnyOrder(ann, bo);
        assertThat(in(stage(null, 30, 50))).containsExactly(ann);
        assertThat(in(new Condition.InCourse(course, CourseRole.LEARNER, Stage.FINISHED, 0, 100)))
                .containsExactly(bo);
        assertThat(in(new Condition.InCourse(null, CourseRole.INSTRUCTOR, null, 0, 100))).isEmpty();
        assertThat(in(new Condition.Active(10))).containsExactly(bo);
        assertThat(in(not(new Condition.Active(10)))).containsExactlyInAnyOrder(ann, cy);
        assertThat(in(new Condition.EnrolledWithin(15))).containsExactly(bo);
        assertThat(in(new Condition.Any(List.of()))).isEmpty();
        assertThat(in(new Condition.All(List.of(new Condition.Wears("重点"), not(new Condition.Active(10))))))
                .containsExactly(ann);
    }

    @Test
    void what_somebody_typed_is_never_sql() {
        String evil = "') or true --";
        assertThat(in(new Condition.Is("name", evil))).isEmpty();
        assertThat(in(new Condition.Contains("name", "%"))).isEmpty();
        assertThat(in(new Condition.Wears("' or '1'='1"))).isEmpty();
        assertThatThrownBy(() -> new Condition.Known("name' or true --"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_search_narrows_a_condition_and_the_newest_can_come_first() {
        assertThat(in(new Condition.Wears("重点"), "bohe", Order.NAME)).containsExactly(bo);
        assertThat(in(Condition.EVERYBODY, "weber", Order.NAME)).containsExactly(ann);
        assertThat(in(Condition.EVERYBODY, "webre", Order.NEWEST)).containsExactly(ann);
        assertThat(in(Condition.EVERYBODY, "", Order.NEWEST)).containsExactly(cy, bo, ann);
        assertThat(in(Condition.EVERYBODY, "", Order.NAME)).containsExactly(bo, ann, cy);
    }

    @Test
    void a_line_shows_the_course_with_the_newest_activity_and_the_tags() {
        Listed line = SEGMENTS.find(TENANT, new Condition.Is("name", "薄荷"), "", Order.NAME, null, 1).items()
                .getFirst();
        assertThat(line).isEqualTo(new Listed(bo, "薄荷", null, "13811112222", 1, "course-101", Stage.FINISHED, 100,
                day(26), List.of("重点", "late"), null));
    }

    @Test
    void of_a_tag_the_one_said_last_holds_in_whatever_order_it_arrives() {
        UUID dee = learner(enrol("dee", Identity.of("Dee", null), MONDAY), "dee");
        tag(dee, "x", false, 5);
        tag(dee, "x", true, 4);
        assertThat(TAGS.of(TENANT, List.of(dee))).isEmpty();
        tag(dee, "x", true, 6);
        assertThat(TAGS.of(TENANT, List.of(dee))).containsEntry(dee, List.of(new Tag("x", "staff:li", day(6))));
        assertThat(TAGS.all(TENANT)).contains(new TagCount("重点", 2), new TagCount("x", 1));
    }

    @Test
    void a_merged_file_wears_the_tags_of_its_parts_and_loses_them_when_they_are_taken_off_it() {
        UUID eve = learner(enrol("eve", Identity.of("Eve", null), MONDAY), "eve");
        UUID twin = learner(enrol("eve-2", Identity.of("Eve", null), MONDAY), "eve-2");
        tag(twin, "twin", true, 1);
        staff(new Fact.Merged(eve, twin, "", "staff:li", day(2)));
        assertThat(TAGS.of(TENANT, List.of(eve)).get(eve)).extracting(Tag::name).containsExactly("twin");
        assertThat(SEGMENTS.count(TENANT, new Condition.Wears("twin"), "")).isOne();
        tag(eve, "twin", false, 3);
        assertThat(TAGS.of(TENANT, List.of(eve))).isEmpty();
        assertThat(SEGMENTS.count(TENANT, new Condition.Wears("twin"), "")).isZero();
    }

    @Test
    void a_segment_is_kept_with_its_condition_columns_and_order_and_one_s_own_are_seen_by_nobody_else() {
        var me = UUID.randomUUID();
        var condition = new Condition.All(List.of(new Condition.Any(List.of(new Condition.Wears("重点"),
                not(new Condition.Known("phone")))), stage(Stage.LEARNING, 10, 20), new Condition.Active(7),
                new Condition.Is("goal", "x"), new Condition.Contains("name", "y"), new Condition.EnrolledWithin(3),
                new Condition.InCourse(course, CourseRole.LEARNER, null, 0, 100)));
        var own = new Segment(UUID.randomUUID(), "mine", condition, List.of("tags"), Order.NEWEST, me);
        var shared = new Segment(UUID.randomUUID(), "ours", Condition.EVERYBODY, List.of(), Order.NAME, null);
        SEGMENTS.save(TENANT, own);
        SEGMENTS.save(TENANT, shared);
        SEGMENTS.save(TENANT, shared);
        assertThat(SEGMENTS.all(TENANT, me)).containsExactly(own, shared);
        assertThat(SEGMENTS.all(TENANT, UUID.randomUUID())).containsExactly(shared);
        assertThat(SEGMENTS.segment(TENANT, own.id())).contains(own);
        assertThat(SEGMENTS.segment(new TenantId("other"), own.id())).isEmpty();
        SEGMENTS.remove(new TenantId("other"), own.id());
        SEGMENTS.remove(TENANT, shared.id());
        assertThat(SEGMENTS.all(TENANT, me)).containsExactly(own);
    }

    @Test
    void an_explanation_says_which_part_holds_and_what_it_saw() {
        Why why = SEGMENTS.explain(TENANT, new Condition.All(List.of(new Condition.Known("phone"),
                new Condition.Wears("late"), new Condition.Active(10))), ann).orElseThrow();
        assertThat(why.holds()).isFalse();
        assertThat(why.parts()).extracting(Why::holds).containsExactly(false, false, false);
        assertThat(why.parts().get(1).tags()).extracting(Tag::name).containsExactly("重点");
        assertThat(why.parts().get(2).enrolments().getFirst().lastActivity()).isEqualTo(day(3));
        assertThat(SEGMENTS.explain(TENANT, new Condition.Contains("goal", "考"), bo).orElseThrow().value())
                .isEqualTo("考级");
        assertThat(SEGMENTS.explain(new TenantId("other"), Condition.EVERYBODY, ann)).isEmpty();
    }

    @Test
    void what_people_answered_last_and_when_they_were_reached_are_conditions_in_whatever_order_it_arrives() {
        UUID fay = learner(enrol("fay", Identity.of("Fay", null), MONDAY), "fay");
        UUID twin = learner(enrol("fay-2", Identity.of("Fay", null), MONDAY), "fay-2");
        Condition unhappy = new Condition.Measured(Measure.SATISFACTION, 1, 2);
        staff(answered(fay, 2, 9, 8), answered(fay, 5, null, 4));
        assertThat(of(unhappy)).as("the later answer holds").contains(fay);
        assertThat(of(new Condition.Measured(Measure.RECOMMENDATION, 9, 10))).contains(fay).doesNotContain(ann);
        staff(answered(twin, 4, null, 12), new Fact.Merged(fay, twin, "", "staff:li", day(13)));
        assertThat(of(unhappy)).as("of both parts").doesNotContain(fay);
        staff(answered(fay, 1, null, 14));
        assertThat(of(unhappy)).contains(fay);
        assertThat(of(new Condition.Reached(25))).doesNotContain(fay);
        staff(revisited(twin, Outcome.NO_ANSWER, 20), revisited(twin, Outcome.REACHED, 10));
        assertThat(of(new Condition.Reached(25))).contains(fay);
        assertThat(of(new Condition.Reached(15))).as("nobody answered on the 20th").doesNotContain(fay);
        assertThat(SEGMENTS.explain(TENANT, unhappy, fay).orElseThrow().value()).isEqualTo("1");
        assertThat(SEGMENTS.explain(TENANT, new Condition.Reached(15), fay).orElseThrow().value())
                .isEqualTo(day(10).toString());
        assertThat(SEGMENTS.explain(TENANT, unhappy, ann).orElseThrow().value()).isNull();
    }

    @Test
    void whoever_keeps_a_file_and_whatever_nobody_keeps_is_found() {
        UUID li = UUID.randomUUID();
        UUID mo = UUID.randomUUID();
        UUID gil = learner(enrol("gil", Identity.of("Gil", null), MONDAY), "gil");
        UUID twin = learner(enrol("gil-2", Identity.of("Gil", null), MONDAY), "gil-2");
        assertThat(of(new Condition.KeptBy(null))).contains(gil);
        staff(new Fact.KeeperNamed(gil, li, "staff:li", day(4)), new Fact.KeeperNamed(twin, mo, "staff:li", day(5)));
        assertThat(of(new Condition.KeptBy(li))).containsExactly(gil);
        staff(new Fact.Merged(gil, twin, "", "staff:li", day(6)));
        assertThat(of(new Condition.KeptBy(li))).isEmpty();
        assertThat(of(new Condition.KeptBy(mo))).containsExactly(gil);
        assertThat(SEGMENTS.explain(TENANT, new Condition.KeptBy(li), gil).orElseThrow().value())
                .isEqualTo(mo.toString());
        staff(new Fact.KeeperNamed(gil, null, "staff:li", day(7)));
        assertThat(of(new Condition.KeptBy(mo))).isEmpty();
        assertThat(of(new Condition.KeptBy(null))).contains(gil).doesNotContain(twin);
    }

    @Test
    void what_was_bought_counts_until_it_is_given_back() {
        HERE.record("order", bought("o-1", "Chemie A1", Purchase.Kind.BOUGHT, 20));
        assertThat(of(new Condition.Bought("chemie", 15))).containsExactly(ann);
        assertThat(of(new Condition.Bought("", 15))).contains(ann);
        assertThat(of(new Condition.Bought("chemie", 5))).isEmpty();
        assertThat(of(new Condition.Bought("a2", 15))).isEmpty();
        assertThat(SEGMENTS.explain(TENANT, new Condition.Bought("", 15), ann).orElseThrow().value())
                .isEqualTo("Chemie A1");
        HERE.record("refund", bought("o-1", "Chemie A1", Purchase.Kind.REFUNDED, 21));
        assertThat(of(new Condition.Bought("chemie", 15))).isEmpty();
        assertThat(SEGMENTS.explain(TENANT, new Condition.Bought("", 15), ann).orElseThrow().value()).isNull();
    }

    @Test
    void how_complete_a_file_is_and_what_of_it_is_out_of_date_are_conditions() {
        var counting = new CountQuality(HERE.store, new Announcer(List.of()), () -> NOW.plus(Duration.ofDays(400)));
        assertThat(of(new Condition.Measured(Measure.COMPLETENESS, 100, 100))).contains(bo)
                .doesNotContain(ann, cy);
        assertThat(SEGMENTS.explain(TENANT, new Condition.Measured(Measure.COMPLETENESS, 0, 99), cy).orElseThrow())
                .satisfies(why -> assertThat(why.holds()).isTrue())
                .extracting(Why::value).as("a name; no way to reach them, no goal").isEqualTo("33");
        assertThat(of(new Condition.OutOfDate())).isEmpty();
        while (counting.run()) {
            assertThat(counting.name()).isNotEmpty();
        }
        assertThat(of(new Condition.OutOfDate())).contains(ann, bo).doesNotContain(cy);
        assertThat(SEGMENTS.explain(TENANT, new Condition.OutOfDate(), bo).orElseThrow().value())
                .isEqualTo("goal\nphone");
        HERE.archive.record(new Delivery(TENANT, "hook:x", "another", List.of(new Fact.ValueSaid(ann, "email",
                "other@mail.example", Confidence.REPORTED, "hook:x", day(29)))));
        assertThat(of(new Condition.OutOfDate())).as("another says otherwise: it is as old as it was").contains(ann);
        staff(new Fact.ValueChecked(ann, "email", "ann@mail.example", true, "staff:li", day(29)));
        assertThat(of(new Condition.OutOfDate())).as("checked since").doesNotContain(ann).contains(bo);
    }

    private static List<UUID> of(Condition condition) {
        return SEGMENTS.find(TENANT, condition, "", Order.NAME, null, 500).items().stream().map(Listed::id).toList();
    }

    private static Fact answered(UUID who, Integer satisfaction, @Nullable Integer recommendation, int day) {
        return new Fact.Answered(who, course, UUID.randomUUID(), "mid", satisfaction, recommendation, "", day(day),
                day(day));
    }

    private static Fact revisited(UUID who, Outcome outcome, int day) {
        return new Fact.Revisited(who, course, UUID.randomUUID(), "first", outcome, State.DUE, "", UUID.randomUUID(),
                day(day), day(day));
    }

    private static Fact bought(String order, String title, Purchase.Kind kind, int day) {
        return new Fact.Purchased(Course101.person("ann"), order, title, kind, null, "hook:shop", day(day));
    }

    @Test
    void a_list_and_an_explanation_agree_about_everybody_on_random_files_and_conditions() {
        var random = new Random(20261122);
        var people = new ArrayList<UUID>();
        for (int i = 0; i < 16; i++) {
            people.add(someone(random, i));
        }
        staff(new Fact.Merged(people.get(0), people.get(1), "", "staff:li", day(9)),
                new Fact.Merged(people.get(2), people.get(3), "", "staff:li", day(9)));
        people.removeAll(List.of(people.get(1), people.get(3)));
        int some = 0;
        for (int round = 0; round < 60; round++) {
            Condition condition = random(random, 3);
            List<UUID> listed = SEGMENTS.find(TENANT, condition, "", Order.NAME, null, 500).items().stream()
                    .map(Listed::id).toList();
            some += listed.isEmpty() ? 0 : 1;
            for (UUID who : people) {
                assertThat(SEGMENTS.explain(TENANT, condition, who).orElseThrow().holds()).as("%s", condition)
                        .isEqualTo(listed.contains(who));
            }
        }
        assertThat(some).as("conditions that hold somebody").isBetween(20, 59);
    }

    private static UUID someone(Random random, int number) {
        String subject = "random-" + number;
        UUID who = learner(enrol(subject, new Identity("R" + number, random.nextBoolean() ? "r@x.example" : null, null,
                null, null, random.nextBoolean() ? "goal " + random.nextInt(3) : null), day(random.nextInt(29))),
                subject);
        if (random.nextBoolean()) {
            HERE.record(subject + "-l", lesson(subject, random.nextInt(101), day(random.nextInt(29))));
        }
        if (random.nextInt(4) == 0) {
            HERE.record(subject + "-e", random.nextBoolean()
                    ? finished(subject, day(29))
                    : left(subject, day(29)));
        }
        for (String tag : List.of("a", "b")) {
            if (random.nextBoolean()) {
                tag(who, tag, random.nextInt(3) > 0, random.nextInt(12));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            staff(answered(who, 1 + random.nextInt(5), null, random.nextInt(29)),
                    revisited(who, Outcome.values()[random.nextInt(2)], random.nextInt(29)),
                    new Fact.KeeperNamed(who, random.nextInt(3) == 0 ? null : KEEPERS.get(random.nextInt(2)),
                            "staff:li", day(random.nextInt(29))));
        }
        HERE.archive.record(new Delivery(TENANT, "import:5", subject, List.of(new Fact.PersonDescribed(
                Course101.person(subject), who, Map.of("goal", random.nextBoolean() ? "" : "goal 9"),
                Confidence.REPORTED, "staff:li", day(1)))));
        return who;
    }

    private static Condition random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 11)) {
            case 0 -> new Condition.Is("goal", "GOAL " + random.nextInt(3));
            case 1 -> new Condition.Contains("name", "r1");
            case 2 -> new Condition.Known(random.nextBoolean() ? "email" : "goal");
            case 3 -> new Condition.Wears(random.nextBoolean() ? "a" : "b");
            case 4 -> stage(Stage.values()[random.nextInt(4)], 0, 100);
            case 5 -> stage(null, random.nextInt(50), 50 + random.nextInt(50));
            case 6 -> new Condition.Active(random.nextInt(30));
            case 7 -> new Condition.EnrolledWithin(random.nextInt(30));
            case 8 -> new Condition.KeptBy(random.nextBoolean() ? KEEPERS.get(random.nextInt(2)) : null);
            case 9 -> new Condition.Reached(random.nextInt(30));
            case 10 -> new Condition.Measured(Measure.SATISFACTION, 1, 1 + random.nextInt(5));
            case 11, 12 -> new Condition.All(List.of(random(random, depth - 1), random(random, depth - 1)));
            case 13 -> new Condition.Any(List.of(random(random, depth - 1), random(random, depth - 1)));
            default -> not(random(random, depth - 1));
        };
    }
}
