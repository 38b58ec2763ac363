// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands in the URL behind a view's path.
 *
 * @param path the view's own path, as {@code files}
 * @param segments the further path segments, decoded, as {@code [8c1f...]}
 * @param query the query parameters in order
 */
public record Place(String path, List<String> segments, Map<String, List<String>> query) {
    public Place {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /** The path segment at this position behind the view's path, counted from 0. */
    public Optional<String> segment(int index) {
        return index < segments.size() ? Optional.of(segments.get(index)) : Optional.empty();
    }

    /** The path segment at this position as an id; empty when it is missing or no id. */
    public Optional<UUID> id(int index) {
        return segment(index).flatMap(Place::uuid);
    }

    /** The first value of a query parameter that is not empty. */
    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** The first value of a query parameter as an id; empty when it is missing or no id. */
    public Optional<UUID> queryId(String name) {
        return query(name).flatMap(Place::uuid);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
