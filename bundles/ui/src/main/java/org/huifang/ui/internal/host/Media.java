// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.host;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Media types of what the host serves; the whiteboard's default context knows none, and browsers insist on some. */
final class Media {
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"), Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("json", "application/json"), Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"), Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"), Map.entry("pdf", "application/pdf"),
            Map.entry("map", "application/json"),
            Map.entry("zip", "application/zip"), Map.entry("webmanifest", "application/manifest+json"));

    private Media() {
    }

    static @Nullable String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }
}
