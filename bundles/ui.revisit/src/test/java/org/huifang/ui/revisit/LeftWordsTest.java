// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.ticket.Area;
import org.junit.jupiter.api.Test;

class LeftWordsTest {
    private static final List<About<Feedback>> PIECES = List.of(
            new About<>(new Feedback(Area.CONTENT, "video", "stops", true), null),
            new About<>(new Feedback(Area.SERVICE, "", "", false), Owed.COURSE));
    private static final List<About<Draft.Pledge>> PROMISES = List.of(
            new About<>(new Draft.Pledge("send it", Owed.NOW), null),
            new About<>(new Draft.Pledge("", null), Owed.COURSE));

    @Test
    void words_come_back_as_they_went() {
        var words = Map.of("feedback.0.vaadin-text-area", "two\nlines = | and “quotes”", "promise.1.vaadin-text-field",
                "");

        assertThat(LeftWords.parse(LeftWords.of(words))).isEqualTo(words);
        assertThat(LeftWords.parse("")).isEmpty();
    }

    @Test
    void what_was_left_goes_into_its_piece_and_nothing_else_changes() {
        var left = Map.of("feedback.1.vaadin-text-area", "nobody answers", "feedback.7.vaadin-text-area", "gone",
                "promise.1.vaadin-text-field", "call the teacher");

        assertThat(FeedbackPart.with(PIECES, left)).containsExactly(PIECES.getFirst(),
                new About<>(new Feedback(Area.SERVICE, "", "nobody answers", false), Owed.COURSE));
        assertThat(PromisePart.with(PROMISES, left)).containsExactly(PROMISES.getFirst(),
                new About<>(new Draft.Pledge("call the teacher", null), Owed.COURSE));
    }

    @Test
    void what_the_server_has_bears_the_names_that_the_browser_gives() {
        assertThat(FeedbackPart.words(PIECES)).containsEntry("feedback.0.vaadin-text-area", "stops")
                .containsEntry("feedback.0.vaadin-text-field", "video").hasSize(4);
        assertThat(PromisePart.words(PROMISES)).containsEntry("promise.0.vaadin-text-field", "send it").hasSize(2);
        assertThat(FeedbackPart.with(PIECES, FeedbackPart.words(PIECES))).isEqualTo(PIECES);
    }
}
