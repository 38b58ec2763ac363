// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.revisit.Answers;
import org.jspecify.annotations.Nullable;

/**
 * The questions on one page, with what was answered before.
 *
 * @param course its title, or null when it is not known just now
 */
record QuestionnairePage(Layout layout, @Nullable String course) {
    String page(Answers answers, String comment, boolean commentTooLong) {
        String title = layout.language().text("title");
        return layout.page(title, intro() + """
                <form method="post" action="%s" data-saved="%s" data-not-saved="%s">
                %s
                %s
                %s
                <p class="status" role="status"></p>
                <button type="submit">%s</button>
                </form>
                """.formatted(Markup.escape(layout.address()), layout.text("saved"), layout.text("not.saved"),
                satisfaction(answers.satisfaction()), recommendation(answers.recommendation()),
                comment(comment, commentTooLong), layout.text("send")));
    }

    private String intro() {
        String asked = course == null || course.isBlank()
                ? layout.language().text("course.unknown")
                : layout.language().text("course.named", course);
        return """
                <p>%s</p>
                <p>%s</p>
                """.formatted(layout.text("intro.who", asked), layout.text("intro.seen"));
    }

    private String satisfaction(@Nullable Integer chosen) {
        String choices = IntStream.rangeClosed(1, 5).map(i -> 6 - i)
                .mapToObj(i -> radio("satisfaction", Integer.toString(i), layout.text("satisfaction." + i), "",
                        chosen != null && chosen == i))
                .collect(Collectors.joining());
        return """
                <fieldset>
                <legend>%s</legend>
                <div class="column">
                %s%s</div>
                </fieldset>""".formatted(layout.text("satisfaction"), choices, preferNot("satisfaction"));
    }

    private String recommendation(@Nullable Integer chosen) {
        String choices = IntStream.rangeClosed(0, 10).mapToObj(i -> {
            String end = i == 0 ? "recommendation.low" : i == 10 ? "recommendation.high" : "";
            String spoken = end.isEmpty() ? "" : " aria-label=\"" + layout.text(end) + "\"";
            return radio("recommendation", Integer.toString(i), Integer.toString(i), spoken,
                    chosen != null && chosen == i);
        }).collect(Collectors.joining());
        return """
                <fieldset>
                <legend>%s</legend>
                <div class="ends" aria-hidden="true"><span>%s</span><span>%s</span></div>
                <div class="row">
                %s</div>
                <div class="column">
                %s</div>
                </fieldset>""".formatted(layout.text("recommendation"), layout.text("recommendation.low"),
                layout.text("recommendation.high"), choices, preferNot("recommendation"));
    }

    private String comment(String comment, boolean tooLong) {
        String error = tooLong
                ? "<p class=\"error\" id=\"comment-error\">" + layout.text("comment.long") + "</p>"
                : "";
        // The newline after the tag is swallowed by HTML; without it, a comment's own first newline would be.
        return """
                <div class="field">
                <label for="comment">%s</label>
                <p class="hint" id="comment-hint">%s</p>
                %s
                <textarea id="comment" name="comment" rows="5" maxlength="%d" aria-describedby="%s"%s>
                %s</textarea>
                </div>""".formatted(layout.text("comment"), layout.text("comment.hint"), error, Form.LONGEST_COMMENT,
                tooLong ? "comment-error comment-hint" : "comment-hint",
                tooLong ? " aria-invalid=\"true\" autofocus" : "",
                Markup.escape(comment));
    }

    private String preferNot(String name) {
        return radio(name, "", layout.text("prefer.not"), "", false);
    }

    private static String radio(String name, String value, String label, String attributes, boolean checked) {
        return "<label><input type=\"radio\" name=\"%s\" value=\"%s\"%s%s><span>%s</span></label>%n".formatted(name,
                value,
                attributes, checked ? " checked" : "", label);
    }
}
