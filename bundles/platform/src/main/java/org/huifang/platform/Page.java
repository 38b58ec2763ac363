// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain page that works in a frame, without cookies and without script. */
record Page(Words words, String title, String body) {
    /**
     * Sends it.
     *
     * @param frame the origin that may frame it, or {@code 'none'}
     * @param posts where its forms go besides this server; empty for nowhere
     */
    void send(HttpServletResponse response, int status, String frame, String posts) throws IOException {
        String html = """
                <!doctype html><html lang="%s"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>\
                <link rel="stylesheet" href="/lti/files/page.css"></head><body><main>%s</main></body></html>
                """.formatted(words.say("lang"), Words.text(title), body);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self';"
                + " base-uri 'none'; form-action 'self' " + posts + "; frame-ancestors " + frame);
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    static String hidden(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> "<input type=\"hidden\" name=\"" + Words.text(field.getKey())
                + "\" value=\"" + Words.text(field.getValue()) + "\">").collect(Collectors.joining());
    }

    /** Only what is surely an origin gets into a header. */
    static String origin(URI uri) {
        boolean plain = uri.getHost() != null && uri.getHost().matches("[A-Za-z0-9.:\\[\\]-]+")
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        return plain
                ? uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                : "'none'";
    }
}
