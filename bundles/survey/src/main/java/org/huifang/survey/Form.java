// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.huifang.api.revisit.Answers;
import org.jspecify.annotations.Nullable;

/** What a browser sent: limited before it is parsed, and never taken from the address. */
sealed interface Form {
    /** 5,000 characters of four bytes each, escaped, and the other fields. */
    int LARGEST = 64 * 1024;

    int LONGEST_COMMENT = 5_000;

    int MOST_FIELDS = 10;

    /** @param onlyKeep true when the page's script saves what was answered so far */
    record Filled(Answers answers, boolean onlyKeep) implements Form {}

    /** All in order, but the comment is too long to keep. */
    record CommentTooLong(Answers withoutComment, String comment) implements Form {}

    /** Larger than a questionnaire can be. */
    record TooLarge() implements Form {}

    /** Not the fields of a questionnaire. */
    record Unreadable() implements Form {}

    static Form read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return new Unreadable();
        }
        if (request.getContentLengthLong() > LARGEST) {
            return new TooLarge();
        }
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(LARGEST + 1);
        }
        return body.length > LARGEST ? new TooLarge() : parse(new String(body, StandardCharsets.US_ASCII));
    }

    static Form parse(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            String[] pairs = body.isEmpty() ? new String[0] : body.split("&", MOST_FIELDS + 1);
            if (pairs.length > MOST_FIELDS) {
                return new Unreadable();
            }
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
            Answers answers = new Answers(number(fields.get("satisfaction")), number(fields.get("recommendation")), "");
            String comment = clean(fields.getOrDefault("comment", ""));
            return comment.length() > LONGEST_COMMENT
                    ? new CommentTooLong(answers, comment)
                    : new Filled(new Answers(answers.satisfaction(), answers.recommendation(), comment),
                            fields.containsKey("keep"));
        } catch (IllegalArgumentException e) {
            return new Unreadable();
        }
    }

    /** Browsers send line ends as two characters and count them as one; the database stores no NUL. */
    private static String clean(String comment) {
        return comment.replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static @Nullable Integer number(@Nullable String value) {
        return value == null || value.isEmpty() ? null : Integer.valueOf(value);
    }
}
