// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Where a page of obligations ends, in the order of due time and id. */
record Keyset(Instant due, UUID id) {
    static Keyset of(Owed last) {
        return new Keyset(last.due(), last.id());
    }

    /** @throws IllegalArgumentException when this is not what a page handed out */
    static Keyset parse(String text) {
        try {
            String[] parts = text.split("_", 2);
            return new Keyset(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not the end of a page", e);
        }
    }

    @Override
    public String toString() {
        return due + "_" + id;
    }

    /** Rows after this place that meet a condition, one more than a page holds, to see whether there is another. */
    static List<Owed> rows(Sql sql, String condition, List<? extends @Nullable Object> parameters,
            @Nullable String after, int limit)
            throws SQLException {
        var all = new ArrayList<@Nullable Object>(parameters);
        String beyond = "";
        if (after != null) {
            Keyset place = parse(after);
            beyond = " and (o.due, o.id) > (?, ?)";
            all.add(place.due());
            all.add(place.id());
        }
        all.add(limit + 1);
        return Obligations.list(sql, "where " + condition + beyond + " order by o.due, o.id limit ?", all);
    }
}
