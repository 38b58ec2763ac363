// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.jspecify.annotations.Nullable;

/** Answers a grid, which asks by offset, from a service that pages by key: reads on as far as somebody scrolls. */
final class KeysetItems<T> {
    /** Reads a page. */
    interface Source<T> {
        Page<T> read(@Nullable String after, int limit);
    }

    private static final int MOST = 500;

    private final Source<T> source;
    private final List<T> items = new ArrayList<>();
    private @Nullable String next;
    private boolean complete;

    KeysetItems(Source<T> source) {
        this.source = source;
    }

    Stream<T> fetch(int offset, int limit) {
        while (!complete && items.size() < offset + limit) {
            var page = source.read(next, Math.clamp(offset + limit - items.size(), 1, MOST));
            items.addAll(page.items());
            next = page.next();
            complete = next == null;
        }
        return items.stream().skip(offset).limit(limit).toList().stream();
    }
}
