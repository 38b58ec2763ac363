// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final UUID COURSE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final Ledger.Row FIRST = new Ledger.Row(COURSE, "first", "", Kind.CALL, 30,
            Map.of(State.DONE, 20L, State.OVERDUE, 10L), Map.of(Hold.Reason.CAP, 4L), 6);
    private static final Ledger.Row MID = new Ledger.Row(OTHER, "mid", "", Kind.QUESTIONNAIRE, 5,
            Map.of(State.DONE, 3L), Map.of(), 0);

    @Test
    void counts_of_all_rows_add_up() {
        var balance = Balance.of(List.of(FIRST, MID));

        assertThat(balance.owed()).isEqualTo(35);
        assertThat(balance.count(State.DONE)).isEqualTo(23);
        assertThat(balance.count(State.DUE)).isZero();
        assertThat(balance.held()).containsExactly(Map.entry(Hold.Reason.CAP, 4L));
        assertThat(balance.notified()).isEqualTo(6);
    }

    @Test
    void what_is_unaccounted_for_is_missing() {
        assertThat(Balance.of(List.of(FIRST)).missing()).isZero();
        assertThat(Balance.of(List.of(FIRST, MID)).missing()).isEqualTo(2);
    }

    @Test
    void one_too_many_in_a_course_does_not_make_up_for_one_that_is_lost_in_another() {
        var more = new Ledger.Row(OTHER, "first", "", Kind.CALL, 5, Map.of(State.DONE, 6L), Map.of(), 0);
        var fewer = new Ledger.Row(COURSE, "first", "", Kind.CALL, 5, Map.of(State.DONE, 4L), Map.of(), 0);

        assertThat(Balance.of(List.of(more, fewer)).missing()).isEqualTo(2);
    }

    @Test
    void a_filter_counts_what_its_list_shows() {
        var ledger = new Ledger(List.of(FIRST, MID), Instant.EPOCH);

        assertThat(new LedgerFilter(null, null, null).count(ledger)).isEqualTo(33);
        assertThat(new LedgerFilter(COURSE, null, State.OVERDUE).count(ledger)).isEqualTo(10);
        assertThat(new LedgerFilter(OTHER, "first", null).count(ledger)).isZero();
        assertThat(new LedgerFilter(COURSE, null, State.DONE, Hold.Reason.CAP).count(ledger)).as("held, in any state")
                .isEqualTo(4);
        assertThat(new LedgerFilter(null, null, null, Hold.Reason.MINOR).count(ledger)).isZero();
    }
}
