// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Asked;
import org.junit.jupiter.api.Test;

class IssuePageTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T02:00:00Z");
    private static final String SOLVED = "value=\"solved\"";
    private static final String NOT_SOLVED = "value=\"notsolved\"";

    @Test
    void who_is_asked_has_both_words_and_sees_what_was_done() {
        assertThat(page(Asked.Status.ASKED, "Is it still slow?", "")).contains(SOLVED, NOT_SOLVED, "We renewed it",
                "Monday 2 March", "Asia/Shanghai", "number 7");
    }

    @Test
    void while_it_is_worked_on_the_date_is_promised_and_one_may_say_that_it_is_solved() {
        assertThat(page(Asked.Status.WORKED_ON, "Slow", "")).contains(SOLVED, "will have solved it by Monday 9 March")
                .doesNotContain(NOT_SOLVED);
    }

    @Test
    void what_was_closed_without_an_answer_can_be_opened_again() {
        assertThat(page(Asked.Status.CLOSED, "Slow", "")).contains(NOT_SOLVED, "had no answer");
        assertThat(page(Asked.Status.CONFIRMED, "Slow", "")).contains(NOT_SOLVED).doesNotContain(SOLVED);
    }

    @Test
    void a_receipt_stands_only_for_what_holds() {
        assertThat(page(Asked.Status.CONFIRMED, "Slow", "solved")).contains("Noted: it is solved");
        assertThat(page(Asked.Status.ASKED, "Slow", "solved")).doesNotContain("Noted");
        assertThat(page(Asked.Status.CONFIRMED, "Slow", "<script>")).doesNotContain("Noted", "<script>");
    }

    @Test
    void texts_of_others_are_text() {
        assertThat(page(Asked.Status.ASKED, "<script>alert(1)</script>\nsecond", "")).doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;<br>");
    }

    @Test
    void only_a_form_that_was_sent_says_a_word() {
        assertThat(Word.parse("say=solved")).isEqualTo(new Word.Solved());
        assertThat(Word.parse("say=notsolved&comment=it%20is%0D%0Aslow")).isEqualTo(new Word.NotSolved("it is\nslow"));
        assertThat(Word.parse("say=maybe")).isEqualTo(new Word.Nothing());
        assertThat(Word.parse("say=solved&comment=%zz")).isEqualTo(new Word.Nothing());
        assertThat(Word.parse("")).isEqualTo(new Word.Nothing());
    }

    private static String page(Asked.Status status, String said, String done) {
        var asked = new Asked(TenantId.DEFAULT, UUID.randomUUID(), "token", 7, UUID.randomUUID(), null, "Slow", said,
                status, MONDAY, status == Asked.Status.WORKED_ON ? Instant.parse("2026-03-09T10:00:00Z") : null,
                status == Asked.Status.WORKED_ON ? "" : "We renewed it",
                List.of(new Asked.Answered("We look into it", false, MONDAY)));
        return new IssuePage(new Layout(Language.EN, "/t", "token", ""),
                new Issue.Here(asked, ZoneId.of("Asia/Shanghai"), "Piano")).page(done);
    }
}
