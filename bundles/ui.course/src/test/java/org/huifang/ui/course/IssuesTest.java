// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.AreaCount;
import org.huifang.api.ticket.CourseChange;
import org.junit.jupiter.api.Test;

class IssuesTest {
    private static final UUID COURSE = UUID.randomUUID();

    @Test
    void five_tickets_of_one_learner_are_few_and_those_of_five_learners_are_not() {
        assertThat(Issues.few(new AreaCount(Area.CONTENT, 5, 0, 0, 1))).isTrue();
        assertThat(Issues.few(new AreaCount(Area.CONTENT, 9, 0, 0, 4))).isTrue();
        assertThat(Issues.few(new AreaCount(Area.CONTENT, 5, 0, 0, 5))).isFalse();
    }

    @Test
    void what_is_changed_for_all_courses_is_changed_for_this_one_too() {
        var own = change(COURSE);
        var all = change(null);
        assertThat(Issues.ofCourse(List.of(own, all, change(UUID.randomUUID())), COURSE)).containsExactly(own, all);
    }

    private static CourseChange change(UUID course) {
        return new CourseChange(UUID.randomUUID(), "Subtitles", course, Area.CONTENT, "", "", UUID.randomUUID(), null,
                null, "");
    }
}
