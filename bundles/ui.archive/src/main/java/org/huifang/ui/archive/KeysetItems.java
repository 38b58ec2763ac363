// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * Answers a grid, which asks by offset, from a service that pages by key: reads on as far as somebody scrolls. It keeps
 * where each page begins and the items of the last few, so a long way down costs no more than the top.
 */
final class KeysetItems<T> {
    /** Reads a page. */
    interface Source<T> {
        Page<T> read(@Nullable String after, int limit);
    }

    private static final int MOST = 500;
    private static final int KEPT = 12;

    private final Source<T> source;
    /** What comes before each page; nothing before the first. */
    private final TreeMap<Integer, String> starts = new TreeMap<>(Map.of(0, ""));
    private final LinkedHashMap<Integer, List<T>> pages = new LinkedHashMap<>(16, 0.75f, true);

    KeysetItems(Source<T> source) {
        this.source = source;
    }

    Stream<T> fetch(int offset, int limit) {
        var found = new ArrayList<T>();
        int at = offset;
        while (found.size() < limit) {
            int start = starts.floorKey(at);
            List<T> page = page(start, offset + limit - start);
            int from = at - start;
            if (from < page.size()) {
                int to = Math.min(page.size(), from + limit - found.size());
                found.addAll(page.subList(from, to));
                at = start + to;
            } else if (starts.floorKey(at) == start) {
                break;
            }
        }
        return found.stream();
    }

    private List<T> page(int start, int wanted) {
        List<T> kept = pages.get(start);
        if (kept != null) {
            return kept;
        }
        Integer next = starts.higherKey(start);
        String after = starts.getOrDefault(start, "");
        Page<T> page = source.read(after.isEmpty() ? null : after,
                Math.clamp(next == null ? wanted : next - start, 1, MOST));
        if (page.next() != null && !page.items().isEmpty()) {
            starts.put(start + page.items().size(), page.next());
        }
        pages.put(start, page.items());
        if (pages.size() > KEPT) {
            pages.remove(pages.sequencedKeySet().getFirst());
        }
        return page.items();
    }
}
