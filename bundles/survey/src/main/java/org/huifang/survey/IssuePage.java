// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.huifang.api.ticket.Asked;

/** What the raiser said, what was answered and done, by when; and the two things that can be said to it, one tap each. */
record IssuePage(Layout layout, Issue.Here found) {
    /** @param done what was said just now, or "" */
    String page(String done) {
        Asked asked = found.asked();
        String title = layout.language()
                .text(asked.status() == Asked.Status.ASKED ? "issue.title.asked" : "issue.title");
        String main = receipt(done) + told() + status() + answers();
        return layout.page(title, switch (asked.status()) {
            case ASKED -> main + solved() + notSolved();
            case WORKED_ON -> main + solved();
            case CONFIRMED -> main + notSolved();
            case CLOSED -> main + solved() + notSolved();
        });
    }

    /** Only what holds now is said to be noted. */
    private String receipt(String done) {
        boolean confirmed = found.asked().status() == Asked.Status.CONFIRMED;
        if (done.equals("solved") && confirmed || done.equals("notsolved") && !confirmed) {
            return "<p class=\"said\" role=\"status\">%s</p>%n".formatted(layout.text("issue.said." + done));
        }
        return "";
    }

    private String told() {
        Asked asked = found.asked();
        String said = asked.said().isBlank() ? asked.title() : asked.said();
        String where = found.course().isBlank()
                ? layout.text("issue.raised", Long.toString(asked.number()), when(asked.raised()))
                : layout.text("issue.raised.course", Long.toString(asked.number()), when(asked.raised()),
                        found.course());
        return "<p>%s</p>%n<blockquote>%s</blockquote>%n".formatted(where, lines(said));
    }

    private String status() {
        Asked asked = found.asked();
        Instant promised = asked.promised();
        return switch (asked.status()) {
            case WORKED_ON -> promised == null
                    ? sentence(layout.text("issue.waiting"))
                    : sentence(layout.text("issue.promised", when(promised)));
            case ASKED -> sentence(layout.text("issue.done", asked.action())) + sentence(layout.text("issue.asked"));
            case CONFIRMED -> asked.action().isBlank()
                    ? sentence(layout.text("issue.confirmed"))
                    : sentence(layout.text("issue.done", asked.action())) + sentence(layout.text("issue.confirmed"));
            case CLOSED -> sentence(layout.text("issue.done", asked.action())) + sentence(layout.text("issue.closed"));
        };
    }

    private String answers() {
        StringBuilder list = new StringBuilder();
        found.asked().answers().forEach(answer -> list.append("<p>").append(
                layout.text(answer.change() ? "issue.change" : "issue.answer", when(answer.at()))).append("</p>\n<p>")
                .append(lines(answer.text())).append("</p>\n"));
        return list.toString();
    }

    private String solved() {
        return """
                <form method="post" action="%s" class="answer">
                <button type="submit" name="say" value="solved">%s</button>
                </form>
                """.formatted(Markup.escape(layout.address()), layout.text("issue.solved"));
    }

    private String notSolved() {
        return """
                <form method="post" action="%s" class="answer">
                <div class="field">
                <label for="comment">%s</label>
                <textarea id="comment" name="comment" rows="3" maxlength="%d"></textarea>
                </div>
                <p></p>
                <button type="submit" name="say" value="notsolved" class="second">%s</button>
                </form>
                """.formatted(Markup.escape(layout.address()), layout.text("issue.comment"), Word.LONGEST_COMMENT,
                layout.text("issue.notsolved"));
    }

    private static String sentence(String escaped) {
        return "<p>" + escaped + "</p>\n";
    }

    private static String lines(String text) {
        return Markup.escape(text).replace("\n", "<br>\n");
    }

    /** As the pages of contacts say it. */
    private String when(Instant at) {
        Locale locale = Locale.forLanguageTag(layout.language().tag());
        return DateTimeFormatter.ofPattern(layout.language().text("contact.date"), locale)
                .format(at.atZone(found.zone())) + " (" + found.zone().getId() + ")";
    }
}
