// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.views;

import com.vaadin.flow.router.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huifang.ui.Place;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart.
 *
 * @param launch the id behind {@code /l/}, or null
 * @param path what follows, without slashes at its ends
 */
public record Url(@Nullable String launch, String path, Map<String, List<String>> query) {
    public static Url of(Location location) {
        var segments = location.getSegments().stream().filter(segment -> !segment.isEmpty()).toList();
        var query = location.getQueryParameters().getParameters();
        if (segments.size() >= 2 && segments.getFirst().equals("l")) {
            return new Url(segments.get(1), String.join("/", segments.subList(2, segments.size())), query);
        }
        return new Url(null, String.join("/", segments), query);
    }

    /** The place of a view that shows this URL. */
    public Place place(String viewPath) {
        var rest = path.length() > viewPath.length() ? path.substring(viewPath.length() + 1) : "";
        return new Place(viewPath, rest.isEmpty() ? List.of() : Arrays.asList(rest.split("/")), query);
    }
}
