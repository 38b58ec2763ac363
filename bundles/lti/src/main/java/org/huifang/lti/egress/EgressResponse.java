// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer, whatever its status. A redirect is an answer like any other: it is never followed.
 *
 * @param status the HTTP status
 * @param headers names in lower case
 * @param body at most as long as the request allowed
 */
public record EgressResponse(int status, Map<String, List<String>> headers, byte[] body) {
    /**
     * The first value of a header.
     *
     * @param name in any case
     * @return null when not sent
     */
    public @Nullable String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /**
     * All values of a header.
     *
     * @param name in any case
     * @return empty when not sent
     */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * The body as text.
     *
     * @return read as UTF-8, which JSON always is
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "EgressResponse[" + status + ", " + body.length + " bytes]";
    }
}
