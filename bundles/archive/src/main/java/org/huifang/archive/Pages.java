// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.List;
import java.util.function.Function;
import org.huifang.api.Page;

/** Cuts pages from lists that were read one row further. */
final class Pages {
    private Pages() {
    }

    /** A page from its rows and one more. */
    static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
    }

    static int checked(int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 items");
        }
        return limit;
    }
}
