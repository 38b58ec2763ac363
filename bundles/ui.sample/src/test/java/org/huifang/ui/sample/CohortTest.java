// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class CohortTest {
    @Test
    void learners_are_counted_by_the_week_in_which_they_joined() {
        var joined = List.of(Instant.parse("2026-11-23T01:00:00Z"), Instant.parse("2026-11-29T23:00:00Z"),
                Instant.parse("2026-11-30T00:00:00Z"));

        assertThat(Cohort.of(joined)).containsExactly(new Cohort("2026-W48", 2), new Cohort("2026-W49", 1));
    }

    @Test
    void the_first_days_of_a_year_belong_to_the_week_they_lie_in() {
        assertThat(Cohort.of(List.of(Instant.parse("2027-01-01T12:00:00Z"))))
                .containsExactly(new Cohort("2026-W53", 1));
    }

    @Test
    void every_message_is_there_in_three_languages() {
        assertThat(MessageFiles.problems(CohortsView.class)).isEmpty();
    }
}
