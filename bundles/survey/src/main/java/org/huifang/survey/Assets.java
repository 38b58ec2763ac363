// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Style and script of the pages. */
final class Assets {
    static final String PREFIX = "/-/";

    private Assets() {
    }

    static void send(String path, HttpServletResponse response) throws IOException {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String type = switch (file) {
            case "page.css" -> "text/css; charset=utf-8";
            case "page.js" -> "text/javascript; charset=utf-8";
            default -> "";
        };
        try (InputStream in = type.isEmpty() ? null : Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(type);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            in.transferTo(response.getOutputStream());
        }
    }
}
