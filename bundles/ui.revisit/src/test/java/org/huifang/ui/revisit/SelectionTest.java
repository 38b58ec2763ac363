// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection = new Selection(() -> {});

    @Test
    void of_a_mixed_choice_each_action_takes_what_it_can_work_on() {
        var due = Owed.planned(1, State.DUE, null);
        var exempt = Owed.planned(2, State.EXEMPT, null);
        var done = Owed.planned(3, State.DONE, null);

        selection.add(List.of(due, exempt, done));

        assertThat(selection.open()).containsExactly(due);
        assertThat(selection.exempt()).containsExactly(exempt);
        assertThat(selection.size()).isEqualTo(3);
    }

    @Test
    void what_is_done_cannot_be_chosen_and_what_is_exempt_can() {
        assertThat(Selection.fits(Owed.planned(1, State.SCHEDULED, null))).isTrue();
        assertThat(Selection.fits(Owed.planned(1, State.EXEMPT, null))).isTrue();
        assertThat(Selection.fits(Owed.planned(1, State.DONE, null))).isFalse();
    }
}
