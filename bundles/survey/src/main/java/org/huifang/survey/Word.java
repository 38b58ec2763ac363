// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;

/** What a raiser says about the solution; only ever taken from a form that was sent. */
sealed interface Word {
    /** It is solved. */
    record Solved() implements Word {}

    /** It is not. @param comment what is still wrong; may be empty */
    record NotSolved(String comment) implements Word {}

    /** Nothing that could be read. */
    record Nothing() implements Word {}

    /** Names the word in the address of the page that follows. */
    default String name() {
        return switch (this) {
            case Solved solved -> "solved";
            case NotSolved not -> "notsolved";
            case Nothing nothing -> "";
        };
    }

    /** 2,000 characters of four bytes each, escaped. */
    int LARGEST = 26_000;

    int LONGEST_COMMENT = 2_000;

    static Word read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return new Nothing();
        }
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(LARGEST + 1);
        }
        return body.length > LARGEST ? new Nothing() : parse(new String(body, StandardCharsets.US_ASCII));
    }

    static Word parse(String body) {
        var fields = new HashMap<String, String>();
        try {
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        } catch (IllegalArgumentException e) {
            return new Nothing();
        }
        String comment = fields.getOrDefault("comment", "").replace("\r\n", "\n").strip();
        return switch (fields.getOrDefault("say", "")) {
            case "solved" -> new Solved();
            case "notsolved" -> new NotSolved(
                    comment.length() <= LONGEST_COMMENT ? comment : comment.substring(0, LONGEST_COMMENT));
            default -> new Nothing();
        };
    }
}
