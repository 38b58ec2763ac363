// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.huifang.api.Page;
import org.jspecify.annotations.Nullable;

/** The key of the last row of a page, as a text that callers hand back. */
record Cursor(String position, String id) {
    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.indexOf('/');
            return new Cursor(Text.storable(plain.substring(end + 1)), plain.substring(0, end));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a cursor of this list", e);
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((id + "/" + position).getBytes(StandardCharsets.UTF_8));
    }

    /** A page from its rows and one more. */
    static <T> Page<T> page(List<T> rows, int limit, Function<T, Cursor> key) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), key.apply(rows.get(limit - 1)).text());
    }

    static int checked(int limit) {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("a page has 1 to 500 items");
        }
        return limit;
    }
}
