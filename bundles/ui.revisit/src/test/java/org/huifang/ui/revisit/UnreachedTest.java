// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.api.revisit.Outcome.BUSY;
import static org.huifang.api.revisit.Outcome.CALL_BACK;
import static org.huifang.api.revisit.Outcome.NO_ANSWER;
import static org.huifang.api.revisit.Outcome.REACHED;
import static org.huifang.api.revisit.Outcome.VOICEMAIL;
import static org.huifang.api.revisit.Outcome.WRONG_NUMBER;

import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class UnreachedTest {
    @Test
    void a_stranger_who_answered_last_is_the_reason() {
        assertThat(Unreached.of(owed(State.UNREACHABLE, NO_ANSWER, WRONG_NUMBER)))
                .isEqualTo(new Unreached.WrongNumber());
    }

    @Test
    void else_it_is_how_often_nobody_answered() {
        assertThat(Unreached.of(owed(State.UNREACHABLE, NO_ANSWER, CALL_BACK, BUSY, VOICEMAIL)))
                .isEqualTo(new Unreached.Unanswered(3));
    }

    @Test
    void nothing_is_said_of_what_is_not_unreachable_or_was_never_tried() {
        assertThat(Unreached.of(owed(State.DONE, NO_ANSWER, REACHED))).isNull();
        assertThat(Unreached.of(owed(State.UNREACHABLE))).isNull();
    }

    private static Obligation owed(State state, Outcome... tried) {
        return Owed.of(1, state, Kind.CALL, Origin.PLAN, "", null,
                Stream.of(tried).map(UnreachedTest::attempt).toList());
    }

    private static Attempt attempt(Outcome outcome) {
        return new Attempt(UUID.randomUUID(), Owed.id(1), outcome, "", outcome == CALL_BACK ? Owed.NOW : null,
                Owed.NOW);
    }
}
