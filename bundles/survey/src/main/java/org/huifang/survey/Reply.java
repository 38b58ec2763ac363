// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers with the headers that keep a secret address secret. */
final class Reply {
    private final HttpServletResponse response;

    /** @param ancestors who may frame the page */
    Reply(HttpServletResponse response, String ancestors) {
        this.response = response;
        response.setHeader("Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
                        + "base-uri 'none'; frame-ancestors " + ancestors);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Cache-Control", "no-store");
    }

    void notice(Notice notice, Layout layout) throws IOException {
        if (notice == Notice.AWAY || notice == Notice.CONTACT_AWAY || notice == Notice.ISSUE_AWAY) {
            response.setHeader("Retry-After", "30");
        }
        html(notice.status(), notice.page(layout));
    }

    void html(int status, String page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** The answer to the page's script, which shows its own sentence. */
    void status(int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    /** After a form was taken: a reload then asks, and sends nothing a second time. */
    void seeOther(String address) {
        response.setHeader("Location", address);
        status(HttpServletResponse.SC_SEE_OTHER);
    }
}
