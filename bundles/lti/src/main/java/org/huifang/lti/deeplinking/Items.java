// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huifang.lti.DeepLinkingSettings;
import org.jspecify.annotations.Nullable;

/** Writes content items as the platform takes them. */
record Items(DeepLinkingSettings settings) {
    Map<String, Object> json(ContentItem item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", item.type());
        switch (item) {
            case ContentItem.ResourceLink link -> {
                put(json, "url", link.url());
                look(json, link.look());
                showing(json, link.showing());
                if (!link.custom().isEmpty()) {
                    json.put("custom", link.custom());
                }
                if (!Boolean.FALSE.equals(settings.acceptLineItem())) {
                    put(json, "lineItem", lineItem(link.lineItem()));
                }
                put(json, "available", span(link.available()));
                put(json, "submission", span(link.submission()));
            }
            case ContentItem.Link link -> {
                put(json, "url", link.url());
                look(json, link.look());
                showing(json, link.showing());
                if (link.embed() != null && settings.presentationTargets().contains("embed")) {
                    json.put("embed", Map.of("html", link.embed()));
                }
            }
            case ContentItem.File file -> {
                put(json, "url", file.url());
                look(json, file.look());
                put(json, "mediaType", file.mediaType());
                put(json, "expiresAt", file.expiresAt());
            }
            case ContentItem.Html html -> {
                json.put("html", html.html());
                look(json, html.look());
            }
            case ContentItem.Image image -> {
                put(json, "url", image.url());
                look(json, image.look());
                put(json, "width", image.width());
                put(json, "height", image.height());
            }
        }
        return json;
    }

    private static void look(Map<String, Object> json, Look look) {
        put(json, "title", look.title());
        put(json, "text", look.text());
        put(json, "icon", picture(look.icon()));
        put(json, "thumbnail", picture(look.thumbnail()));
    }

    private static @Nullable Map<String, Object> picture(Look.@Nullable Picture picture) {
        return picture == null
                ? null
                : object("url", picture.url(), "width", picture.width(), "height",
                        picture.height());
    }

    private void showing(Map<String, Object> json, Showing showing) {
        Showing.Frame frame = showing.frame();
        if (frame != null && settings.presentationTargets().contains("iframe")) {
            put(json, "iframe", object("width", frame.width(), "height", frame.height()));
        }
        Showing.Window window = showing.window();
        if (window != null && settings.presentationTargets().contains("window")) {
            put(json, "window", object("targetName", window.targetName(), "width", window.width(), "height",
                    window.height(), "windowFeatures", window.features()));
        }
    }

    private static @Nullable Map<String, Object> lineItem(@Nullable LineItemOffer offer) {
        return offer == null
                ? null
                : object("label", offer.label(), "scoreMaximum", offer.scoreMaximum(),
                        "resourceId", offer.resourceId(), "tag", offer.tag(), "gradesReleased", offer.gradesReleased());
    }

    private static @Nullable Map<String, Object> span(@Nullable TimeSpan span) {
        return span == null ? null : object("startDateTime", span.start(), "endDateTime", span.end());
    }

    private static Map<String, Object> object(@Nullable Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            put(object, String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof URI || value instanceof Instant ? value.toString() : value);
        }
    }
}
