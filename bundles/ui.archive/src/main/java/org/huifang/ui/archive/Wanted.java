// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.Stage;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Order;
import org.huifang.api.segment.Segment;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to and how it looks, as it stands in the URL.
 *
 * @param idle without activity for so many days; 0 for whatever activity
 */
record Wanted(String search, @Nullable UUID segment, String tag, @Nullable UUID course, @Nullable Stage stage, int idle,
        Order order, List<Column> columns) {
    static final Wanted ALL = new Wanted("", null, "", null, null, 0, Order.NAME, Column.USUAL);

    Wanted {
        columns = List.copyOf(columns);
    }

    static Wanted of(Place place) {
        return new Wanted(place.query("q").orElse(""), place.queryId("seg").orElse(null),
                place.query("tag").orElse(""), place.queryId("course").orElse(null),
                named(Stage.values(), place.query("stage").orElse("")),
                place.query("idle").filter(days -> days.matches("\\d{1,4}")).map(Integer::valueOf).orElse(0),
                place.query("sort").orElse("").equals(key(Order.NEWEST)) ? Order.NEWEST : Order.NAME,
                Column.of(Arrays.asList(place.query("cols").orElse("").split(","))));
    }

    private static <E extends Enum<E>> @Nullable E named(E[] values, String key) {
        return Arrays.stream(values).filter(value -> key(value).equals(key)).findFirst().orElse(null);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Puts it into the URL. */
    void write() {
        Links.rewrite("files", "q", search, "seg", segment, "tag", tag, "course", course, "stage",
                stage == null ? null : key(stage), "idle", idle == 0 ? null : idle, "sort",
                order == Order.NAME ? null : key(order), "cols", columns.equals(Column.USUAL)
                        ? null
                        : columns.stream().map(Column::key).collect(Collectors.joining(",")));
    }

    /** @param chosen the segment of {@link #segment()}, or null when there is none, or none any more */
    Condition condition(@Nullable Condition chosen) {
        var parts = new ArrayList<Condition>();
        if (chosen != null && !chosen.equals(Condition.EVERYBODY)) {
            parts.add(chosen);
        }
        if (!tag.isEmpty()) {
            parts.add(new Condition.Wears(tag));
        }
        if (course != null || stage != null) {
            parts.add(new Condition.InCourse(course, null, stage, 0, 100));
        }
        if (idle > 0) {
            parts.add(new Condition.Not(new Condition.Active(idle)));
        }
        return parts.isEmpty() ? Condition.EVERYBODY : new Condition.All(parts);
    }

    boolean narrow() {
        return !search.isEmpty() || segment != null || !tag.isEmpty() || course != null || stage != null || idle > 0;
    }

    Wanted search(String text) {
        return new Wanted(text, segment, tag, course, stage, idle, order, columns);
    }

    Wanted filters(String withTag, @Nullable UUID in, @Nullable Stage at, int days) {
        return new Wanted(search, segment, withTag, in, at, days, order, columns);
    }

    Wanted look(Order sorted, List<Column> shown) {
        return new Wanted(search, segment, tag, course, stage, idle, sorted, shown);
    }

    /** A segment brings its own order and columns; none leaves them as they are. */
    Wanted segment(@Nullable Segment chosen) {
        return chosen == null
                ? new Wanted(search, null, tag, course, stage, idle, order, columns)
                : new Wanted(search, chosen.id(), tag, course, stage, idle, chosen.order(),
                        Column.of(chosen.columns()));
    }
}
