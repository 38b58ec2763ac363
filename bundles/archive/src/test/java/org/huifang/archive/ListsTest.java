// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.archive.TimelineEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListsTest {
    private static final Course101 HERE = new Course101();
    private static UUID course;
    private static UUID ada;

    @BeforeAll
    static void people() {
        Receipt receipt = HERE.record("1", enrolled("ada", "Ada Byron", MONDAY), enrolled("li", "李娜", MONDAY),
                enrolled("wang", "王芳", MONDAY), enrolled("ada2", "Ada Byron", MONDAY),
                enrolled("zoe", "Zoë O'Hara 100%", MONDAY), lesson("ada", 30, day(2)), lesson("ada", 20, day(1)),
                new Fact.Enrolled(Course101.COURSE, Course101.person("teacher"), Identity.of("Teacher", null),
                        CourseRole.INSTRUCTOR, MONDAY));
        course = Course101.course(receipt);
        ada = Course101.learner(receipt, "ada");
    }

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static <T> List<T> paged(Function<String, Page<T>> page) {
        var all = new ArrayList<T>();
        String after = null;
        do {
            Page<T> next = page.apply(after);
            all.addAll(next.items());
            after = next.next();
        } while (after != null);
        return all;
    }

    @Test
    void files_come_by_name_page_by_page_chinese_ones_by_pinyin_before_latin_ones() {
        var names = paged((String after) -> HERE.archive.find(TENANT, "", after, 1)).stream()
                .map(LearnerSummary::name);
        assertThat(names).containsExactly("李娜", "王芳", "Ada Byron", "Ada Byron", "Teacher", "Zoë O'Hara 100%");
    }

    @Test
    void nobody_is_passed_over_when_whoever_a_page_ended_with_gets_another_name() {
        var other = new TenantId("renamed");
        for (String name : List.of("Anna", "Bert", "Carl")) {
            HERE.archive.record(new Delivery(other, Course101.SOURCE, name, List.of(enrolled(name, name, MONDAY))));
        }
        Page<LearnerSummary> first = HERE.archive.find(other, "", null, 1);
        HERE.archive.record(new Delivery(other, "staff", "renamed", List.of(new Fact.ValueSaid(
                first.items().getFirst().id(), "name", "Zora", Confidence.STATED, "staff:li", day(1)))));
        assertThat(HERE.archive.find(other, "", first.next(), 5).items()).extracting(LearnerSummary::name)
                .containsExactly("Bert", "Carl", "Zora");
    }

    @Test
    void a_search_finds_part_of_a_name_or_address_in_any_case_and_takes_signs_literally() {
        assertThat(search("ADA b")).hasSize(2);
        assertThat(search("娜")).containsExactly("李娜");
        assertThat(search("WANG@EX")).containsExactly("王芳");
        assertThat(search("100%")).containsExactly("Zoë O'Hara 100%");
        assertThat(search("%")).isEmpty();
        assertThat(search("_")).isEmpty();
        assertThat(HERE.archive.count(TENANT, "ada")).isEqualTo(2);
    }

    private static List<String> search(String text) {
        return HERE.archive.find(TENANT, text, null, 50).items().stream().map(LearnerSummary::name).toList();
    }

    @Test
    void a_roster_has_the_learners_only() {
        assertThat(paged((String after) -> HERE.archive.roster(TENANT, course, after, 2))).extracting(RosterEntry::name)
                .containsExactly("李娜", "王芳", "Ada Byron", "Ada Byron", "Zoë O'Hara 100%");
        assertThat(HERE.archive.course(TENANT, course).orElseThrow().learners()).isEqualTo(5);
    }

    @Test
    void a_roster_of_some_has_those_of_them_who_are_in_the_course() {
        assertThat(paged((String after) -> HERE.archive.roster(TENANT, course, List.of(ada, new UUID(1, 2)), after, 2)))
                .extracting(RosterEntry::learner).containsExactly(ada);
        assertThat(HERE.archive.roster(TENANT, course, List.of(), null, 2).items()).isEmpty();
        assertThat(HERE.archive.roster(new TenantId("other"), course, List.of(ada), null, 2).items()).isEmpty();
    }

    @Test
    void a_timeline_is_read_from_the_newest_back() {
        assertThat(paged((String after) -> HERE.archive.timeline(TENANT, ada, after, 1)))
                .extracting((TimelineEntry entry) -> entry.fact().at()).containsExactly(day(2), day(1), MONDAY);
    }

    @Test
    void summaries_leave_out_whom_nobody_knows() {
        var rows = HERE.archive.summaries(TENANT, List.of(ada, new UUID(1, 2)));
        assertThat(rows).containsOnlyKeys(ada);
        assertThat(rows.get(ada)).isEqualTo(new LearnerSummary(ada, "Ada Byron", 1, day(2)));
    }

    @Test
    void a_cursor_that_is_none_and_a_page_without_end_are_refused() {
        assertThatThrownBy(() -> HERE.archive.find(TENANT, "", "x", 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HERE.archive.timeline(TENANT, ada, "x", 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HERE.archive.tail("x", 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HERE.archive.find(TENANT, "", null, 501)).isInstanceOf(IllegalArgumentException.class);
    }
}
