// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import static org.huifang.survey.Markup.escape;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all pages have in common.
 *
 * @param base the path that all addresses of this bundle begin with
 * @param self the last part of this page's address
 * @param launch by which the page was opened, which knows the page around it; or ""
 */
record Layout(Language language, String base, String self, String launch) {
    /** Rises when style or script change, so that browsers may keep both for long. */
    static final String ASSETS = "2";

    /** Asking the request for parameters would read the form, so this reads the address alone. */
    static Layout of(HttpServletRequest request) {
        String launch = query(request, "l").filter(l -> l.matches("[A-Za-z0-9_-]{1,100}")).orElse("");
        Language language = Language.of(query(request, "lang").orElse(null), request.getHeader("Accept-Language"));
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        return new Layout(language, request.getContextPath(), path.substring(1), launch);
    }

    static Optional<String> query(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getQueryString()).stream().flatMap(query -> Arrays.stream(query.split("&")))
                .filter(part -> part.startsWith(name + "=")).map(part -> part.substring(name.length() + 1)).findFirst();
    }

    String page(String title, String main) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>%s</title>
                <link rel="stylesheet" href="%s/-/%s/page.css">
                <script src="%s/-/%s/page.js" defer></script>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                %s
                </body>
                </html>
                """.formatted(language.tag(), escape(title), base, ASSETS, base, ASSETS, escape(title), main, footer());
    }

    /** The address of this page in its language. */
    String address() {
        return address(language);
    }

    private String address(Language language) {
        return base + "/" + self + "?lang=" + language.tag() + (launch.isEmpty() ? "" : "&l=" + launch);
    }

    String text(String key, Object... places) {
        return escape(language.text(key, places));
    }

    private String footer() {
        String links = Stream.of(Language.values())
                .map(l -> l == language
                        ? "<span lang=\"%s\" aria-current=\"true\">%s</span>".formatted(l.tag(), l.ownName())
                        : "<a lang=\"%s\" hreflang=\"%s\" href=\"%s\">%s</a>".formatted(l.tag(), l.tag(),
                                escape(address(l)),
                                l.ownName()))
                .collect(Collectors.joining("\n"));
        return "<footer><nav aria-label=\"%s\">%n%s%n</nav></footer>".formatted(text("language"), links);
    }
}
