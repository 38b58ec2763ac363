// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.huifang.lti.ReasonCode;

/** A form of a stranger: measured before it is read, each name once. */
final class Form {
    private static final int LONGEST = 160 * 1024;
    private static final int MOST_FIELDS = 100;

    private Form() {
    }

    /** It is not read any further. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        final ReasonCode reason;

        Unreadable(ReasonCode reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    static Map<String, String> query(HttpServletRequest request) throws Unreadable {
        return parse(Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    static Map<String, String> body(HttpServletRequest request) throws IOException, Unreadable {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new Unreadable(ReasonCode.MALFORMED, "not a form");
        }
        if (request.getContentLengthLong() > LONGEST) {
            throw new Unreadable(ReasonCode.TOO_LARGE, "form over the cap");
        }
        byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new Unreadable(ReasonCode.TOO_LARGE, "form over the cap");
        }
        return parse(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Map<String, String> parse(String encoded) throws Unreadable {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] pairs = encoded.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new Unreadable(ReasonCode.MALFORMED, "too many fields");
        }
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (!name.isEmpty() && fields.put(name, value) != null) {
                    throw new Unreadable(ReasonCode.MALFORMED, "a field comes twice");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable(ReasonCode.MALFORMED, "not readable as a form");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
