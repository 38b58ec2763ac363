// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.Stage;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Order;
import org.huifang.api.segment.Segment;
import org.huifang.ui.Place;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final UUID COURSE = UUID.randomUUID();

    private static Wanted of(Map<String, List<String>> query) {
        return Wanted.of(new Place("files", List.of(), query));
    }

    @Test
    void an_address_without_a_filter_shows_everybody_by_name() {
        assertThat(of(Map.of())).isEqualTo(Wanted.ALL);
        assertThat(Wanted.ALL.narrow()).isFalse();
        assertThat(Wanted.ALL.condition(null, null)).isEqualTo(Condition.EVERYBODY);
    }

    @Test
    void all_filters_of_an_address_must_fit_at_once_and_the_segment_with_them() {
        var wanted = of(Map.of("tag", List.of("重点"), "course", List.of(COURSE.toString()), "stage",
                List.of("learning"), "idle", List.of("14"), "sort", List.of("newest"), "cols",
                List.of("tags,contact"), "q", List.of("fang")));
        assertThat(wanted.condition(new Condition.Known("phone"), null)).isEqualTo(new Condition.All(List.of(
                new Condition.Known("phone"), new Condition.Wears("重点"),
                new Condition.InCourse(COURSE, null, Stage.LEARNING, 0, 100),
                new Condition.Not(new Condition.Active(14)))));
        assertThat(wanted.order()).isEqualTo(Order.NEWEST);
        assertThat(wanted.columns()).containsExactly(Column.CONTACT, Column.TAGS);
        assertThat(wanted.search()).isEqualTo("fang");
    }

    @Test
    void my_files_are_those_that_whoever_looks_keeps() {
        var me = UUID.randomUUID();
        var mine = of(Map.of("keeper", List.of("me"), "old", List.of("1")));
        assertThat(mine.narrow()).isTrue();
        assertThat(mine.condition(null, me)).isEqualTo(new Condition.All(List.of(new Condition.KeptBy(me),
                new Condition.OutOfDate())));
        assertThat(mine.condition(null, null)).as("somebody without an account keeps none")
                .isNotEqualTo(of(Map.of("keeper", List.of("nobody"), "old", List.of("1"))).condition(null, null));
        assertThat(of(Map.of("keeper", List.of(me.toString()))).condition(null, null))
                .isEqualTo(new Condition.All(List.of(new Condition.KeptBy(me))));
    }

    @Test
    void what_an_address_says_wrongly_is_left_out() {
        assertThat(of(Map.of("course", List.of("x"), "stage", List.of("dreaming"), "idle", List.of("-1"), "sort",
                List.of("random"), "cols", List.of("salary"), "seg", List.of("1 or 1=1"), "keeper", List.of("them"),
                "old",
                List.of("yes")))).isEqualTo(Wanted.ALL);
    }

    @Test
    void a_segment_brings_its_order_and_its_columns() {
        var segment = new Segment(UUID.randomUUID(), "s", Condition.EVERYBODY, List.of("courses"), Order.NEWEST, null);
        var wanted = Wanted.ALL.search("li").segment(segment);
        assertThat(wanted.columns()).containsExactly(Column.COURSES);
        assertThat(wanted.order()).isEqualTo(Order.NEWEST);
        assertThat(wanted.search()).isEqualTo("li");
        assertThat(wanted.narrow()).isTrue();
    }
}
