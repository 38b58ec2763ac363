// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers of the platform's services. */
final class Answer {
    private Answer() {
    }

    static void json(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        json(response, status, JSONObjectUtils.toJSONString(body));
    }

    static void json(HttpServletResponse response, int status, String body) throws IOException {
        send(response, status, "application/json", body);
    }

    static void send(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
