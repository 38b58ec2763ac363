// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.staff.TrainingRecord;
import org.junit.jupiter.api.Test;

class ExpiringTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void only_what_is_required_counts_today_and_runs_out_soon_is_told() {
        var soon = record("calling", TODAY.plusDays(10));
        assertThat(told(soon, record("entry", TODAY.plusDays(5)), record("security", TODAY.plusDays(31))))
                .containsExactly(soon);
        assertThat(told(record("calling", TODAY.minusDays(1)))).isEmpty();
        assertThat(told(record("calling", TODAY))).hasSize(1);
    }

    @Test
    void a_renewed_record_ends_the_worry() {
        assertThat(told(record("calling", TODAY.plusDays(10)), record("calling", TODAY.plusYears(1)))).isEmpty();
        assertThat(told(record("calling", TODAY.plusDays(10)), record("calling", null))).isEmpty();
    }

    private static List<TrainingRecord> told(TrainingRecord... records) {
        return Expiring.of(List.of(records), Set.of("calling", "security"), TODAY, TODAY.plusDays(30));
    }

    private static TrainingRecord record(String training, LocalDate until) {
        return new TrainingRecord(UUID.randomUUID(), new UUID(0, 1), training, TODAY.minusYears(1), until, "");
    }
}
