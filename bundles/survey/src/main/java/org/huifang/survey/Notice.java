// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** The pages that only say something, each with its own sentence and status. */
enum Notice {
    ANSWERED("answered.title", HttpServletResponse.SC_OK, "answered", "answered.next"), NOT_YET("not.yet.title",
            HttpServletResponse.SC_FORBIDDEN,
            "not.yet"), CLOSED("closed.title", HttpServletResponse.SC_GONE, "closed"), UNKNOWN("unknown.title",
                    HttpServletResponse.SC_NOT_FOUND,
                    "unknown"), NOTHING("nothing.title", HttpServletResponse.SC_OK, "nothing"), AWAY("away.title",
                            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                            "away"), UNREADABLE("bad.title", HttpServletResponse.SC_BAD_REQUEST, "bad"), TOO_LARGE(
                                    "bad.title", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                                    "large"), FOREIGN("bad.title", HttpServletResponse.SC_FORBIDDEN,
                                            "foreign"), CONTACT_UNKNOWN("contact.unknown.title",
                                                    HttpServletResponse.SC_NOT_FOUND,
                                                    "contact.unknown"), CONTACT_AWAY("contact.away.title",
                                                            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                                                            "contact.away"), CONTACT_FOREIGN("contact.foreign.title",
                                                                    HttpServletResponse.SC_FORBIDDEN,
                                                                    "contact.foreign"), ISSUE_UNKNOWN(
                                                                            "issue.unknown.title",
                                                                            HttpServletResponse.SC_NOT_FOUND,
                                                                            "issue.unknown"), ISSUE_AWAY(
                                                                                    "issue.away.title",
                                                                                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                                                                                    "issue.away"), ISSUE_FOREIGN(
                                                                                            "issue.foreign.title",
                                                                                            HttpServletResponse.SC_FORBIDDEN,
                                                                                            "issue.foreign");

    private final String title;
    private final int status;
    private final List<String> sentences;

    Notice(String title, int status, String... sentences) {
        this.title = title;
        this.status = status;
        this.sentences = List.of(sentences);
    }

    int status() {
        return status;
    }

    String page(Layout layout) {
        StringBuilder main = new StringBuilder();
        sentences.forEach(key -> main.append("<p>").append(layout.text(key)).append("</p>\n"));
        if (this == UNREADABLE || this == TOO_LARGE) {
            main.append("<p><a href=\"").append(Markup.escape(layout.address())).append("\">")
                    .append(layout.text("back")).append("</a></p>\n");
        }
        return layout.page(layout.language().text(title), main.toString());
    }
}
