// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class HappenedTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void a_reader_who_must_not_know_what_was_said_gets_neither_comment_nor_note() {
        var answered = new Fact.Answered(ID, ID, ID, "mid", 2, 3, "SECRET COMMENT", NOW, NOW);
        var called = new Fact.Revisited(ID, ID, ID, "first", Outcome.REACHED, State.DONE, "SECRET NOTE", ID, NOW, NOW);

        for (var fact : new Fact[]{answered, called}) {
            assertThat(Happened.said(fact, Happened.Detail.ALL)).contains("SECRET");
            assertThat(Happened.said(fact, Happened.Detail.NOT_WHAT_WAS_SAID)).isEmpty();
        }
    }
}
