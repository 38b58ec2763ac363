// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Handled;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.junit.jupiter.api.Test;

class HandingInTest {
    private static final UUID OTHER = Owed.id(902);
    private static final Obligation HERE = Owed.due(1);
    private static final Obligation AGAIN = Owed.due(2);
    private static final Obligation THERE = Owed.in(OTHER, 3);
    private static final Obligation THERE_SETTLED = Owed.in(OTHER, 3, State.DONE);
    private static final Obligation THERE_EXEMPT = Owed.in(OTHER, 3, State.EXEMPT);
    private static final Feedback HARD = new Feedback(Area.CONTENT, "", "too hard", true);
    private static final Feedback STOPS = new Feedback(Area.SERVICE, "", "the video stops", true);
    private static final Promise SEND = new Promise("send it", Owed.NOW.plusSeconds(60));
    private static final Promise ASK = new Promise("ask the teacher", Owed.NOW.plusSeconds(60));

    private final Map<UUID, Attempt> got = new LinkedHashMap<>();
    private final Map<UUID, List<About<Feedback>>> kept = new LinkedHashMap<>();

    @Test
    void one_call_is_one_attempt_at_each_purpose_and_its_words_count_once() {
        var handled = handIn(List.of(HERE, AGAIN), List.of(new About<>(HARD, Owed.COURSE)),
                List.of(new About<>(SEND, Owed.COURSE)));

        assertThat(handled.taken()).containsExactly(HERE, AGAIN);
        assertThat(got.values()).extracting(Attempt::outcome).containsOnly(Outcome.REACHED);
        assertThat(got.values()).extracting(Attempt::key).doesNotHaveDuplicates();
        assertThat(got.values()).extracting(Attempt::note).containsExactly("words", "");
        assertThat(got.values()).extracting(Attempt::seconds).containsExactly(90, 0);
        assertThat(got.values()).extracting(Attempt::feedback).containsExactly(List.of(HARD), List.of());
        assertThat(got.values()).extracting(Attempt::promises).containsExactly(List.of(SEND), List.of());
    }

    @Test
    void what_was_said_and_promised_goes_with_the_course_that_it_is_about() {
        var handled = handIn(List.of(HERE, AGAIN, THERE),
                List.of(new About<>(STOPS, OTHER), new About<>(HARD, Owed.COURSE)),
                List.of(new About<>(SEND, Owed.COURSE), new About<>(ASK, OTHER)));

        assertThat(got.values()).extracting(Attempt::feedback).containsExactly(List.of(HARD), List.of(),
                List.of(STOPS));
        assertThat(got.values()).extracting(Attempt::promises).containsExactly(List.of(SEND), List.of(), List.of(ASK));
        assertThat(got.values()).extracting(Attempt::note).as("of the whole call").containsExactly("words", "", "");
        assertThat(handled.unheard()).isEmpty();
        assertThat(handled.unkept()).isEmpty();
    }

    @Test
    void what_is_about_no_course_or_about_none_of_the_case_goes_with_the_first() {
        handIn(List.of(HERE, THERE), List.of(new About<>(HARD, null)), List.of(new About<>(SEND, Owed.id(999))));

        assertThat(got.get(HERE.id()).feedback()).containsExactly(HARD);
        assertThat(got.get(HERE.id()).promises()).containsExactly(SEND);
        assertThat(got.get(THERE.id()).feedback()).isEmpty();
    }

    @Test
    void the_words_go_with_the_next_when_somebody_else_settled_the_first() {
        var handled = handIn(List.of(HERE, THERE, AGAIN), List.of(new About<>(HARD, Owed.COURSE)), List.of(), HERE);

        assertThat(handled.before()).containsExactly(HERE);
        assertThat(got.get(THERE.id()).note()).isEqualTo("words");
        assertThat(got.get(THERE.id()).feedback()).as("the same course comes later").isEmpty();
        assertThat(got.get(AGAIN.id()).feedback()).containsExactly(HARD);

        handIn(List.of(HERE, THERE), List.of(new About<>(HARD, Owed.COURSE)), List.of(), HERE);
        assertThat(got.get(THERE.id()).feedback()).as("rather than lost").containsExactly(HARD);
    }

    @Test
    void what_nobody_could_take_any_more_is_told() {
        var handled = handIn(List.of(HERE, THERE), List.of(new About<>(HARD, null), new About<>(STOPS, OTHER)),
                List.of(new About<>(ASK, OTHER)), THERE);

        assertThat(handled.taken()).containsExactly(HERE);
        assertThat(handled.unheard()).containsExactly(STOPS);
        assertThat(handled.unkept()).containsExactly(ASK);
    }

    @Test
    void handed_in_again_after_a_failure_half_way_has_the_same_keys_and_words() {
        var feedback = List.of(new About<>(HARD, Owed.COURSE), new About<>(STOPS, OTHER));
        handIn(List.of(HERE, THERE), feedback, List.of());
        var first = Map.copyOf(got);

        handIn(List.of(HERE, THERE), feedback, List.of());

        assertThat(got).isEqualTo(first);
    }

    @Test
    void what_was_said_about_the_next_is_kept_there_before_the_draft_of_the_call_is_forgotten() {
        var feedback = List.of(new About<>(HARD, Owed.COURSE), new About<>(STOPS, OTHER));
        var promises = List.of(new About<>(SEND, Owed.COURSE), new About<>(ASK, OTHER));
        var order = new ArrayList<Object>();

        assertThatThrownBy(() -> HandingIn.all(new Case(List.of(HERE, THERE)), call(), feedback, promises,
                (later, said, promised) -> order.addAll(List.of(later, said, promised)), (id, attempt) -> {
                    order.add(id);
                    if (id.equals(THERE.id())) {
                        throw new IllegalStateException("the database is away");
                    }
                    return new Handled.Taken(HERE);
                })).hasMessage("the database is away");

        assertThat(order).containsExactly(THERE.id(), List.of(new About<>(STOPS, OTHER)),
                List.of(new About<>(ASK, OTHER)), HERE.id(), THERE.id());
    }

    @Test
    void what_is_about_a_course_that_was_settled_before_goes_with_the_first_and_waits_for_no_other() {
        handIn(List.of(HERE, THERE_SETTLED, AGAIN), List.of(new About<>(STOPS, OTHER)),
                List.of(new About<>(ASK, OTHER)),
                THERE_SETTLED);

        assertThat(got.get(HERE.id()).feedback()).containsExactly(STOPS);
        assertThat(got.get(HERE.id()).promises()).containsExactly(ASK);
        assertThat(got.get(AGAIN.id()).feedback()).isEmpty();
        assertThat(kept).as("nothing waits under what is settled").doesNotContainKey(THERE_SETTLED.id())
                .containsEntry(AGAIN.id(), List.of());
    }

    @Test
    void what_is_about_a_course_that_is_only_no_longer_owed_is_recorded_there() {
        handIn(List.of(HERE, THERE_EXEMPT), List.of(new About<>(STOPS, OTHER)), List.of());

        assertThat(got.get(HERE.id()).feedback()).isEmpty();
        assertThat(got.get(THERE_EXEMPT.id()).feedback()).containsExactly(STOPS);
    }

    @Test
    void of_one_purpose_alone_nothing_is_kept_for_another() {
        handIn(List.of(HERE), List.of(new About<>(HARD, null)), List.of());

        assertThat(kept).isEmpty();
    }

    /** @param settled by somebody else before */
    private HandingIn handIn(List<Obligation> purposes, List<About<Feedback>> feedback,
            List<About<Promise>> promises, Obligation... settled) {
        var all = purposes.toArray(Obligation[]::new);
        return HandingIn.all(new Case(purposes), call(), feedback, promises,
                (later, said, promised) -> kept.put(later, said),
                (id, attempt) -> {
                    got.put(id, attempt);
                    return Owed.among(settled).apply(id).<Handled>map(Handled.SettledBefore::new)
                            .orElseGet(() -> new Handled.Taken(Owed.among(all).apply(id).orElseThrow()));
                });
    }

    private static Attempt call() {
        return new Attempt(Owed.id(77), Owed.id(1), Outcome.REACHED, "words", null, Owed.NOW, 90, List.of(),
                List.of());
    }
}
