// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.FieldValue;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** One value that a source gave a field of a file: since when, until when it was repeated, and what superseded it. */
final class Said {
    /** Where only one value is current. */
    record Place(UUID learner, String field, String source) {}

    private static final Set<String> PEOPLE = Set.of("staff", "learner");
    /** As {@link #stated}, of a row of the table. */
    static final String STATED = "case when source in ('staff', 'learner') then said else since end";

    /** The columns that {@link #read} reads. */
    static final String COLUMNS = "id, learner, field, source, value, coalesce(author, source) as author, confidence,"
            + " since, said, recorded, superseded";

    private final @Nullable Long id;
    private final Place place;
    private final String value;
    private final String author;
    private final Confidence confidence;
    private final Instant recorded;
    private Instant since;
    private Instant said;
    private @Nullable Instant superseded;
    private boolean moved;

    private Said(@Nullable Long id, Place place, String value, String author, Confidence confidence, Instant since,
            Instant said, Instant recorded) {
        this.id = id;
        this.place = place;
        this.value = value;
        this.author = author;
        this.confidence = confidence;
        this.since = since;
        this.said = said;
        this.recorded = recorded;
    }

    static Said of(Saying saying) {
        return new Said(null, new Place(saying.learner(), saying.field(), saying.source()), saying.value(),
                saying.author(), saying.confidence(), saying.at(), saying.at(), saying.recorded());
    }

    static Said read(ResultSet row) throws SQLException {
        var place = new Place(Sql.id(row, "learner"), row.getString("field"), row.getString("source"));
        var said = new Said(row.getLong("id"), place, row.getString("value"), row.getString("author"),
                Confidence.valueOf(row.getString("confidence")), Sql.instant(row, "since"), Sql.instant(row, "said"),
                Sql.instant(row, "recorded"));
        said.superseded = Sql.time(row, "superseded");
        return said;
    }

    boolean sameAs(Said other) {
        return value.equals(other.value) && confidence == other.confidence;
    }

    /**
     * When it was said of the person's or a colleague's own accord. A platform repeats what it has whenever it speaks of
     * somebody: that says nothing new.
     */
    Instant stated() {
        return PEOPLE.contains(place.source()) ? said : since;
    }

    /** Whether the other is what holds now; two values of one instant are ordered by themselves, so that all agree. */
    boolean olderThan(Said other) {
        int byTime = said.compareTo(other.since);
        int byValue = byTime == 0 ? value.compareTo(other.value) : byTime;
        return byValue < 0 || byValue == 0 && confidence.compareTo(other.confidence) > 0;
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

    FieldValue shown() {
        return new FieldValue(Objects.requireNonNullElse(id, 0L), place.field, value, place.source, author, confidence,
                since, recorded, superseded);
    }

    /** Null until it is stored. */
    @Nullable
    Long id() {
        return id;
    }

    /** However it is spelt. */
    FoundWrong.Value meant() {
        return FoundWrong.Value.of(place.field, value);
    }

    Place place() {
        return place;
    }

    String value() {
        return value;
    }

    String author() {
        return author;
    }

    Confidence confidence() {
        return confidence;
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
