// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.huifang.lti.DeepLinkingSettings;
import org.huifang.lti.deeplinking.DeepLinkingResult.Reason;
import org.huifang.lti.deeplinking.DeepLinkingResult.Refused;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** Decides whether the platform takes what was chosen. */
record Acceptance(DeepLinkingSettings settings) {
    Optional<Refused> refuse(List<ContentItem> items) {
        if (items.size() > 1 && !settings.acceptMultiple()) {
            return Optional.of(new Refused(Reason.MULTIPLE, items.size() + " items where one is taken"));
        }
        return items.stream().flatMap(item -> Stream.ofNullable(reason(item)).map(r -> new Refused(r, item.type())))
                .findFirst();
    }

    private @Nullable Reason reason(ContentItem item) {
        if (!settings.acceptTypes().contains(item.type())) {
            return Reason.TYPE;
        }
        return switch (item) {
            case ContentItem.ResourceLink link -> link(link);
            case ContentItem.Link link when link.embed() != null && !Markup.plain(link.embed()) -> Reason.MARKUP;
            case ContentItem.Link link -> address(link.url());
            case ContentItem.File file when !mediaType(file.mediaType()) -> Reason.MEDIA_TYPE;
            case ContentItem.File file -> address(file.url());
            case ContentItem.Html html -> Markup.plain(html.html()) ? null : Reason.MARKUP;
            case ContentItem.Image image -> address(image.url());
        };
    }

    private static @Nullable Reason link(ContentItem.ResourceLink link) {
        LineItemOffer grades = link.lineItem();
        boolean bad = grades != null && !(grades.scoreMaximum() > 0 && Double.isFinite(grades.scoreMaximum()))
                || link.available() != null && link.available().backwards()
                || link.submission() != null && link.submission().backwards();
        return bad ? Reason.VALUE : link.url() == null ? null : address(link.url());
    }

    private static @Nullable Reason address(URI uri) {
        return Json.webUri(uri.toString()) == null ? Reason.ADDRESS : null;
    }

    private boolean mediaType(@Nullable String type) {
        String accepted = settings.acceptMediaTypes();
        if (accepted == null) {
            return true;
        }
        String own = Objects.requireNonNullElse(type, "application/octet-stream").toLowerCase(Locale.ROOT);
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",")).map(String::trim)
                .anyMatch(a -> a.equals("*/*") || a.equals(own)
                        || a.endsWith("/*") && own.startsWith(a.substring(0, a.length() - 1)));
    }
}
