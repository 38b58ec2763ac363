// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value that a source gave a field of a file: since when, until when it was repeated, and what superseded it. */
final class Said {
    /** Where only one value is current. */
    record Place(UUID learner, String field, String source) {}

    private final @Nullable Long id;
    private final Place place;
    private final String value;
    private Instant since;
    private Instant said;
    private @Nullable Instant superseded;
    private boolean moved;

    private Said(@Nullable Long id, Place place, String value, Instant since, Instant said) {
        this.id = id;
        this.place = place;
        this.value = value;
        this.since = since;
        this.said = said;
    }

    Said(Place place, String value, Instant at) {
        this(null, place, value, at, at);
    }

    static Said read(ResultSet row) throws SQLException {
        var place = new Place(Sql.id(row, "learner"), row.getString("field"), row.getString("source"));
        return new Said(row.getLong("id"), place, row.getString("value"), Sql.instant(row, "since"),
                Sql.instant(row, "said"));
    }

    /** Whether the other is what holds now; two values of one instant are ordered by themselves, so that all agree. */
    boolean olderThan(Said other) {
        int byTime = said.compareTo(other.since);
        return byTime < 0 || byTime == 0 && value.compareTo(other.value) < 0;
    }

    /** The same value again; false when nothing is new in that. */
    boolean repeat(Said again) {
        boolean earlier = again.since.isBefore(since);
        boolean later = again.since.isAfter(said);
        moved |= earlier;
        since = earlier ? again.since : since;
        said = later ? again.since : said;
        return earlier || later;
    }

    void supersede(Instant by) {
        moved = true;
        superseded = by;
    }

    /** Whether it may be shown where it was not, or not where it was. */
    boolean moved() {
        return moved;
    }

    /** Null until it is stored. */
    @Nullable
    Long id() {
        return id;
    }

    Place place() {
        return place;
    }

    String value() {
        return value;
    }

    Instant since() {
        return since;
    }

    Instant said() {
        return said;
    }

    @Nullable
    Instant superseded() {
        return superseded;
    }
}
