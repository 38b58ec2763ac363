// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param method GET, POST, PUT or DELETE
 * @param uri where to
 * @param headers beyond Host, Content-Length and Connection, which are set for you
 * @param body may be empty
 * @param maxBody most bytes of the answer's body; a longer one is a failure
 * @param timeout for the whole exchange from the look-up of the name to the last byte
 */
public record EgressRequest(String method, URI uri, Map<String, String> headers, byte[] body, int maxBody,
        Duration timeout) {
    private static final int SMALL = 256 * 1024;
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Refuses what could smuggle a second request. */
    public EgressRequest {
        headers = Map.copyOf(headers);
        uri = URI.create(uri.toASCIIString());
        boolean clean = headers.entrySet().stream().allMatch(
                h -> h.getKey().matches("[A-Za-z0-9-]+") && h.getValue().matches("[\\x20-\\x7e]*"));
        if (!clean || !method.matches("[A-Z]+")) {
            throw new IllegalArgumentException("a header or the method holds what it must not");
        }
    }

    /**
     * A GET for a small answer: 256 kB, 10 seconds.
     *
     * @param uri where to
     * @param accept the Accept header
     * @return the request
     */
    public static EgressRequest get(URI uri, String accept) {
        return new EgressRequest("GET", uri, Map.of("Accept", accept), new byte[0], SMALL, SOON);
    }

    /**
     * A form by POST for a small answer: 256 kB, 10 seconds.
     *
     * @param uri where to
     * @param form the fields, not encoded
     * @return the request
     */
    public static EgressRequest form(URI uri, Map<String, String> form) {
        String body = form.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return new EgressRequest("POST", uri,
                Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
                body.getBytes(StandardCharsets.US_ASCII), SMALL, SOON);
    }

    /**
     * The same with a bearer token.
     *
     * @param token an access token
     * @return a copy
     */
    public EgressRequest bearer(String token) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put("Authorization", "Bearer " + token);
        return new EgressRequest(method, uri, more, body, maxBody, timeout);
    }

    /**
     * The same with other limits.
     *
     * @param bytes most bytes of the answer's body
     * @param time for the whole exchange
     * @return a copy
     */
    public EgressRequest within(int bytes, Duration time) {
        return new EgressRequest(method, uri, headers, body, bytes, time);
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
