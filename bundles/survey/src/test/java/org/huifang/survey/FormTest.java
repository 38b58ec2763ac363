// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.huifang.api.revisit.Answers;
import org.junit.jupiter.api.Test;

class FormTest {
    @Test
    void answers_are_read() {
        assertThat(Form.parse("satisfaction=4&recommendation=10&comment=%E5%A5%BD+ok"))
                .isEqualTo(new Form.Filled(new Answers(4, 10, "好 ok"), false));
    }

    @Test
    void nothing_chosen_and_prefer_not_to_say_are_both_no_answer() {
        assertThat(Form.parse("satisfaction=&comment=&keep=1")).isEqualTo(new Form.Filled(Answers.NONE, true));
        assertThat(Form.parse("")).isEqualTo(new Form.Filled(Answers.NONE, false));
    }

    @Test
    void what_is_not_on_the_scale_is_unreadable() {
        for (String body : new String[]{"satisfaction=6", "satisfaction=0", "recommendation=11", "recommendation=-1",
                "satisfaction=vier", "comment=%E", "satisfaction=99999999999", "a&".repeat(20)}) {
            assertThat(Form.parse(body)).as(body).isInstanceOf(Form.Unreadable.class);
        }
    }

    @Test
    void a_line_end_counts_once_as_the_browser_counts_it() {
        String lines = "x\r\n".repeat(2_500);
        assertThat(Form.parse("comment=" + URLEncoder.encode(lines, StandardCharsets.UTF_8)))
                .isInstanceOf(Form.Filled.class);
    }

    @Test
    void a_comment_that_is_too_long_keeps_the_other_answers() {
        assertThat(Form.parse("satisfaction=2&comment=" + "x".repeat(5_001))).isInstanceOfSatisfying(
                Form.CommentTooLong.class, form -> assertThat(form.withoutComment().satisfaction()).isEqualTo(2));
    }

    @Test
    void the_longest_comment_of_the_widest_characters_fits_the_limit() {
        String widest = URLEncoder.encode("\ud83d\ude00".repeat(2_500), StandardCharsets.UTF_8);
        assertThat(("satisfaction=5&recommendation=10&keep=1&comment=" + widest).length()).isLessThan(Form.LARGEST);
        String han = URLEncoder.encode("好".repeat(5_000), StandardCharsets.UTF_8);
        assertThat(("satisfaction=5&recommendation=10&keep=1&comment=" + han).length()).isLessThan(Form.LARGEST);
    }
}
