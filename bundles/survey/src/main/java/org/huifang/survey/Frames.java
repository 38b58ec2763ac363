// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.platform.Platform;

/** Who may show a questionnaire in a frame: the course platforms of its tenant. */
final class Frames {
    private Frames() {
    }

    static String ancestors(Stream<Platform> platforms, Optional<String> around) {
        Stream<String> told = platforms.filter(Platform::enabled)
                .flatMap(platform -> Stream.of(platform.issuer(), platform.authUrl().toString()));
        return Stream.concat(Stream.of("'self'"),
                Stream.concat(told, around.stream()).flatMap(url -> origin(url).stream()).distinct().sorted())
                .collect(Collectors.joining(" "));
    }

    /** Only what is surely an origin gets into the header. */
    private static Optional<String> origin(String url) {
        try {
            return origin(URI.create(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> origin(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null || !uri.getScheme().matches("(?i)https?")
                || !uri.getHost().matches("[A-Za-z0-9.:\\[\\]-]+")) {
            return Optional.empty();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return Optional.of((uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + port);
    }
}
