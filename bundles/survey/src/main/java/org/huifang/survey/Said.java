// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;

/** What a learner says to a notice; only ever taken from a form that was sent. */
sealed interface Said {
    /** That suits them. */
    record Confirm() implements Said {}

    /** Another time. */
    record Move(Instant at) implements Said {}

    /** Another channel. */
    record Change(String channel) implements Said {}

    /** Not this time. */
    record Decline() implements Said {}

    /** Nothing that could be read, or nothing was chosen. */
    record Nothing() implements Said {}

    /** What names the answer in the address of the page that follows. */
    default String name() {
        return switch (this) {
            case Confirm confirm -> "confirm";
            case Move move -> "move";
            case Change change -> "channel";
            case Decline decline -> "decline";
            case Nothing nothing -> "";
        };
    }

    /** No form of ours is larger. */
    int LARGEST = 2_000;

    static Said read(HttpServletRequest request) throws IOException {
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

    static Said parse(String body) {
        var fields = new HashMap<String, String>();
        try {
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.put(pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
            return switch (fields.getOrDefault("say", "")) {
                case "confirm" -> new Confirm();
                case "move" -> new Move(Instant.parse(fields.getOrDefault("at", "")));
                case "channel" -> fields.getOrDefault("channel", "").isEmpty()
                        ? new Nothing()
                        : new Change(fields.getOrDefault("channel", ""));
                case "decline" -> new Decline();
                default -> new Nothing();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Nothing();
        }
    }
}
