// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.huifang.rest.Remainder;
import org.jspecify.annotations.Nullable;

/** A hook as it came over the wire, within its limits and not yet believed. */
record Hook(String source, String id, String timestamp, String signature, byte[] body) {
    static final int MOST_BYTES = 256 * 1024;
    private static final Pattern SOURCE = Pattern.compile("/[a-z0-9-]{1,40}");
    private static final Pattern JSON = Pattern.compile("application/json *(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Whom it claims to come from. */
    static String source(HttpServletRequest request) throws Refused {
        String path = request.getPathInfo();
        if (path == null || !SOURCE.matcher(path).matches()) {
            throw Refused.because("not-found", 404, "There is nothing here", "Hooks are sent to /hooks/{source}.");
        }
        if (!"POST".equals(request.getMethod())) {
            throw Refused.because("method-not-allowed", 405, "Hooks are posted", "Use POST.");
        }
        return path.substring(1);
    }

    /** Reads no more than is allowed, whatever the sender says it sends. */
    static Hook read(String source, HttpServletRequest request) throws Refused, IOException {
        String type = request.getContentType();
        if (type == null || !JSON.matcher(type).matches() || request.getHeader("Content-Encoding") != null) {
            throw Refused.because("media-type", 415, "Not a kind of content that is read here",
                    "Send application/json without a content encoding.");
        }
        return new Hook(source, header(request, "webhook-id", 255), header(request, "webhook-timestamp", 20),
                header(request, "webhook-signature", 2_000), body(request));
    }

    /** No more than is allowed. */
    static byte[] body(HttpServletRequest request) throws Refused, IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge(request.getInputStream(), request.getContentLengthLong());
        }
        return body(request.getInputStream(), (int) request.getContentLengthLong());
    }

    /** @param length what the sender says; -1 when it does not */
    private static byte[] body(InputStream in, int length) throws IOException, Refused {
        byte[] body = in.readNBytes(length < 0 ? MOST_BYTES + 1 : length);
        if (body.length > MOST_BYTES) {
            throw tooLarge(in, length);
        }
        return body;
    }

    private static Refused tooLarge(InputStream in, long expected) throws IOException {
        Remainder.passOver(in, expected, MOST_BYTES);
        return Refused.because("too-large", 413, "The body is too large", "A hook has at most 256 kB.");
    }

    private static String header(HttpServletRequest request, String name, int most) throws Refused {
        @Nullable
        String value = request.getHeader(name);
        if (value == null || value.isEmpty() || value.length() > most
                || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw Refused.because("webhook-headers", 400, "A header is missing or malformed",
                    "Send webhook-id, webhook-timestamp and webhook-signature as Standard Webhooks defines them; "
                            + name + " is not as it should be.");
        }
        return value;
    }

    /** Keeps what was recorded on the way from being sent again later. */
    void checkTime(Instant now) throws Refused {
        if (!SECONDS.matcher(timestamp).matches()
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs()
                        .compareTo(WINDOW) > 0) {
            throw Refused.because("stale", 400, "The hook is not of this time",
                    "webhook-timestamp is to be within five minutes of the time here.");
        }
    }
}
