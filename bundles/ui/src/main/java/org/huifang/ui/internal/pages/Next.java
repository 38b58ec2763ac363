// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.pages;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where to go after signing in: a path inside, never another site. */
public final class Next {
    private static final Pattern INSIDE = Pattern
            .compile("[a-z][a-z0-9-]*(/[A-Za-z0-9._~%-]+)*(\\?[A-Za-z0-9._~%=&+-]*)?");

    private Next() {
    }

    /** The path in {@code next} if it leads inside, otherwise the start page. */
    public static String of(Map<String, List<String>> query) {
        var wanted = query.getOrDefault("next", List.of("")).getFirst();
        var path = wanted.startsWith("/") ? wanted.substring(1) : wanted;
        return INSIDE.matcher(path).matches() && !path.startsWith("login") ? path : "";
    }
}
