// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class CaseTest {
    @Test
    void what_is_planned_together_is_one_row_where_its_first_stands() {
        var one = Owed.planned(1, State.OVERDUE, Owed.about(1, 3));
        var other = Owed.due(2);
        var with = Owed.planned(3, State.DUE, Owed.about(1, 3));

        var cases = Case.of(List.of(one, other, with), Owed.among());

        assertThat(cases).extracting(Case::purposes).containsExactly(List.of(one, with), List.of(other));
        assertThat(cases.getFirst().state()).isEqualTo(State.OVERDUE);
        assertThat(cases.getFirst().minutes()).isEqualTo(20);
    }

    @Test
    void what_belongs_to_a_contact_and_is_not_in_the_queue_yet_comes_along() {
        var now = Owed.planned(1, State.DUE, Owed.about(1, 2, 3, 4));
        var soon = Owed.planned(2, State.SCHEDULED, Owed.about(1, 2, 3, 4));
        var done = Owed.planned(3, State.DONE, Owed.about(1, 2, 3, 4));
        var paper = Owed.of(4, State.DUE, Kind.QUESTIONNAIRE, Origin.PLAN, "", Owed.about(1, 2, 3, 4), List.of());

        assertThat(Case.of(List.of(now), Owed.among(soon, done, paper)).getFirst().purposes())
                .as("what is settled and what no call can do stays away").containsExactly(now, soon);
    }

    @Test
    void each_purpose_opens_the_same_case_and_a_settled_one_stands_alone() {
        var one = Owed.planned(1, State.DUE, Owed.about(1, 2));
        var two = Owed.planned(2, State.DUE, Owed.about(1, 2));

        assertThat(Case.of(two, Owed.among(one)).purposes()).containsExactly(one, two);
        assertThat(Case.of(one, Owed.among(two)).id()).isEqualTo(one.id());
        var done = Owed.planned(2, State.DONE, Owed.about(1, 2));
        assertThat(Case.of(done, Owed.among(one)).purposes()).containsExactly(done);
    }

    @Test
    void its_courses_are_named_once_and_its_purposes_can_be_looked_up_again() {
        var other = Owed.in(Owed.id(902), 2);
        var now = new Case(List.of(Owed.due(1), other, Owed.due(3)));

        assertThat(now.courses()).containsExactly(Owed.COURSE, Owed.id(902));
        var settled = Owed.in(Owed.id(902), 2, State.DONE);
        assertThat(now.again(Owed.among(settled)).purposes()).as("what is not found stays as it was")
                .containsExactly(now.first(), settled, now.purposes().getLast());
    }

    @Test
    void it_is_a_call_unless_it_is_planned_otherwise() {
        assertThat(new Case(List.of(Owed.due(1))).called()).isTrue();
        assertThat(new Case(List.of(Owed.planned(1, State.DUE, Owed.about(1)))).called()).isTrue();
        assertThat(new Case(List.of(Owed.planned(1, State.DUE, Owed.about("email", 1)))).called()).isFalse();
    }

    @Test
    void the_last_promise_is_the_one_made_last_and_says_what_became_of_it() {
        var first = attempt(1, Outcome.REACHED, "send the file");
        var last = attempt(2, Outcome.REACHED, "ask the teacher");
        var promised = Owed.of(3, State.DUE, Kind.CALL, Origin.PROMISE, "ask the teacher", null, List.of());

        var found = LastPromise.of(List.of(with(1, last, first), promised)).orElseThrow();

        assertThat(found).isEqualTo(new LastPromise("ask the teacher", last.at(), Owed.NOW, State.DUE));
        assertThat(LastPromise.of(List.of(Owed.due(1)))).isEmpty();
    }

    private static Obligation with(int number, Attempt... attempts) {
        return Owed.of(number, State.DUE, Kind.CALL, Origin.PLAN, "", null, List.of(attempts));
    }

    private static Attempt attempt(int day, Outcome outcome, String promise) {
        return new Attempt(Owed.id(70 + day), Owed.id(1), outcome, "", null,
                Instant.parse("2026-11-0" + day + "T08:00:00Z"), 0, List.of(),
                List.of(new Promise(promise, Owed.NOW)));
    }
}
