// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.huifang.api.revisit.Outcome;
import org.junit.jupiter.api.Test;

class DraftTest {
    @Test
    void what_was_entered_comes_back_as_it_was() {
        var draft = new Draft(Outcome.CALL_BACK, Instant.parse("2026-11-23T11:00:00Z"), "请假到周一\n\n第二段");

        assertThat(Draft.parse(draft.text())).isEqualTo(draft);
    }

    @Test
    void a_note_alone_comes_back() {
        var draft = new Draft(null, null, "only a note");

        assertThat(Draft.parse(draft.text())).isEqualTo(draft);
    }

    @Test
    void nothing_entered_keeps_nothing() {
        assertThat(Draft.EMPTY.text()).isEmpty();
        assertThat(Draft.parse("")).isEqualTo(Draft.EMPTY);
    }

    @Test
    void text_without_a_first_line_of_ours_is_a_note() {
        assertThat(Draft.parse("a|b\nc")).isEqualTo(new Draft(null, null, "a|b\nc"));
    }

    @Test
    void an_outcome_that_is_not_known_any_more_is_left_out() {
        assertThat(Draft.parse("MOVED|\nnote")).isEqualTo(new Draft(null, null, "note"));
    }
}
