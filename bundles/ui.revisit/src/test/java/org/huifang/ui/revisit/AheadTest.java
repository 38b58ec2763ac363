// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.DayLoad;
import org.junit.jupiter.api.Test;

class AheadTest {
    private static final TenantId SCHOOL = new TenantId("school");
    private static final TenantId OTHER = new TenantId("other");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final List<TenantId> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T15:59:10Z");
    private List<DayLoad> days = List.of(day(0, 0), day(1, 0), day(2, 4), day(3, 1));
    private final Ahead ahead = new Ahead(tenant -> {
        asked.add(tenant);
        return days;
    }, () -> now);

    @Test
    void it_is_the_first_day_for_which_something_is_planned() {
        assertThat(ahead.of(SCHOOL)).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void of_what_is_planned_for_today_nothing_is_said() {
        days = List.of(day(0, 3), day(1, 2));
        assertThat(ahead.of(SCHOOL)).isNull();
    }

    @Test
    void within_a_minute_each_school_is_looked_up_once_even_where_nothing_is_planned() {
        days = List.of(day(0, 0));
        ahead.of(SCHOOL);
        ahead.of(OTHER);
        now = now.plusSeconds(49);

        assertThat(ahead.of(SCHOOL)).isNull();
        assertThat(asked).containsExactly(SCHOOL, OTHER);
    }

    @Test
    void a_day_that_ended_is_forgotten_with_it() {
        ahead.of(SCHOOL);
        // midnight in Shanghai
        now = Instant.parse("2026-11-23T16:00:00Z");
        days = List.of(day(1, 0), day(2, 0), day(3, 1));

        assertThat(ahead.of(SCHOOL)).isEqualTo(TODAY.plusDays(3));
    }

    private static DayLoad day(int after, long contacts) {
        return new DayLoad(TODAY.plusDays(after), contacts, 5 * contacts, Map.of());
    }
}
