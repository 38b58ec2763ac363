// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.ticket.Area;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void what_was_entered_comes_back_as_it_was() {
        var draft = new Draft(Outcome.CALL_BACK, MONDAY, "请假到周一\n\n第二段",
                new Draft.Call(MONDAY, 75, true),
                List.of(new About<>(new Feedback(Area.CONTENT, "too-hard", "第三课|太难\n\\n 听不懂", true), Owed.COURSE),
                        new About<>(new Feedback(Area.SERVICE, "", "", false), null)),
                List.of(new About<>(new Draft.Pledge("send the | file\nagain", MONDAY), Owed.COURSE),
                        new About<>(new Draft.Pledge("", null), null)),
                List.of("hello", "pace", "good|bye"));

        assertThat(DraftText.parse(DraftText.of(draft))).isEqualTo(draft);
    }

    @Test
    void what_is_left_for_another_purpose_keeps_the_outcome_but_not_the_note_and_the_time_of_the_call() {
        var hard = new About<>(new Feedback(Area.CONTENT, "", "too hard", true), Owed.COURSE);
        var draft = new Draft(Outcome.CALL_BACK, MONDAY, "a long talk", new Draft.Call(null, 75, true), List.of(),
                List.of(), List.of("hello"));

        assertThat(draft.rest(List.of(hard), List.of(new About<>(new Promise("send it", MONDAY), Owed.COURSE))))
                .isEqualTo(new Draft(Outcome.CALL_BACK, MONDAY, "", Draft.Call.NONE, List.of(hard),
                        List.of(new About<>(new Draft.Pledge("send it", MONDAY), Owed.COURSE)), List.of("hello")));
    }

    @Test
    void a_draft_of_an_earlier_version_comes_back() {
        assertThat(DraftText.parse("CALL_BACK|2026-11-23T11:00:00Z\n请假\n到周一"))
                .isEqualTo(new Draft(Outcome.CALL_BACK, MONDAY, "请假\n到周一"));
        assertThat(DraftText.of(new Draft(Outcome.BUSY, null, "later"))).isEqualTo("BUSY|\nlater");
    }

    @Test
    void feedback_and_promises_of_an_earlier_version_are_about_the_first_purpose() {
        var draft = DraftText.parse("REACHED||2\nfeedback=CONTENT|slow|true|too \\p hard\n"
                + "promise=2026-11-23T11:00:00Z|send it\nnote");

        assertThat(draft.feedback())
                .containsExactly(new About<>(new Feedback(Area.CONTENT, "slow", "too | hard", true), null));
        assertThat(draft.promises()).containsExactly(new About<>(new Draft.Pledge("send it", MONDAY), null));
        assertThat(draft.note()).isEqualTo("note");
        assertThat(DraftText.parse("||1\npromise=|send it|no course\n").promises()).as("not understood")
                .containsExactly(new About<>(new Draft.Pledge("send it", null), null));
    }

    @Test
    void a_note_alone_comes_back() {
        var draft = new Draft(null, null, "only a note");

        assertThat(DraftText.parse(DraftText.of(draft))).isEqualTo(draft);
    }

    @Test
    void nothing_entered_keeps_nothing() {
        assertThat(DraftText.of(Draft.EMPTY)).isEmpty();
        assertThat(DraftText.parse("")).isEqualTo(Draft.EMPTY);
    }

    @Test
    void text_without_a_first_line_of_ours_is_a_note() {
        assertThat(DraftText.parse("a|b\nc")).isEqualTo(new Draft(null, null, "a|b\nc"));
    }

    @Test
    void what_is_not_known_any_more_is_left_out_and_the_note_stays() {
        assertThat(DraftText.parse("MOVED|\nnote")).isEqualTo(new Draft(null, null, "note"));
        assertThat(DraftText.parse("REACHED||3\nfeedback=GONE||true|x\nmood=1|2\ncall=soon|x|\nnote"))
                .isEqualTo(new Draft(Outcome.REACHED, null, "note"));
        assertThat(DraftText.parse("REACHED||99\nnot ours").outcome()).isEqualTo(Outcome.REACHED);
    }

    @Test
    void a_call_is_timed_from_its_start_to_its_outcome_and_goes_on_after_a_pause() {
        var call = Draft.Call.NONE.start(MONDAY).start(MONDAY.plusSeconds(30)).stop(MONDAY.plusSeconds(60));
        assertThat(call).isEqualTo(new Draft.Call(null, 60, null));
        assertThat(call.start(MONDAY.plusSeconds(600)).until(MONDAY.plusSeconds(615))).isEqualTo(75);
        assertThat(call.stop(MONDAY.plusSeconds(900))).as("stopped twice").isEqualTo(call);
    }

    @Test
    void a_call_that_was_forgotten_has_not_taken_days() {
        assertThat(Draft.Call.NONE.start(MONDAY).until(MONDAY.plusSeconds(500_000))).isEqualTo(8 * 3600);
        assertThat(Draft.Call.NONE.start(MONDAY).until(MONDAY.minusSeconds(5))).isZero();
    }
}
