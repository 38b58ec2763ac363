// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * @param keeper {@link #ME}, {@link #NOBODY}, an account, or "" for whoever keeps it
 * @param old with a value that is out of date only
 */
record Wanted(String search, @Nullable UUID segment, String tag, @Nullable UUID course, @Nullable Stage stage, int idle,
        String keeper, boolean old, Order order, List<Column> columns) {
    static final String ME = "me";
    static final String NOBODY = "nobody";
    static final Wanted ALL = new Wanted("", null, "", null, null, 0, "", false, Order.NAME, Column.USUAL);
    /** What whoever looks is to bring up to date. */
    static final Wanted MINE_TO_MEND = ALL.filters("", null, null, 0, ME, true);
    private static final UUID NO_ACCOUNT = new UUID(0, 0);

    Wanted {
        columns = List.copyOf(columns);
    }

    static Wanted of(Place place) {
        return new Wanted(place.query("q").orElse(""), place.queryId("seg").orElse(null),
                place.query("tag").orElse(""), place.queryId("course").orElse(null),
                named(Stage.values(), place.query("stage").orElse("")),
                place.query("idle").filter(days -> days.matches("\\d{1,4}")).map(Integer::valueOf).orElse(0),
                place.query("keeper").filter(Wanted::keeping).orElse(""),
                place.query("old").orElse("").equals("1"),
                place.query("sort").orElse("").equals(key(Order.NEWEST)) ? Order.NEWEST : Order.NAME,
                Column.of(Arrays.asList(place.query("cols").orElse("").split(","))));
    }

    private static boolean keeping(String asked) {
        return asked.equals(ME) || asked.equals(NOBODY) || asked.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
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
                stage == null ? null : key(stage), "idle", idle == 0 ? null : idle, "keeper", keeper, "old",
                old ? 1 : null, "sort",
                order == Order.NAME ? null : key(order), "cols", columns.equals(Column.USUAL)
                        ? null
                        : columns.stream().map(Column::key).collect(Collectors.joining(",")));
    }

    /**
     * @param chosen the segment of {@link #segment()}, or null when there is none, or none any more
     * @param me who is looking
     */
    Condition condition(@Nullable Condition chosen, @Nullable UUID me) {
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
        switch (keeper) {
            case "" -> {
            }
            case NOBODY -> parts.add(new Condition.KeptBy(null));
            case ME -> parts.add(new Condition.KeptBy(Objects.requireNonNullElse(me, NO_ACCOUNT)));
            default -> parts.add(new Condition.KeptBy(UUID.fromString(keeper)));
        }
        if (old) {
            parts.add(new Condition.OutOfDate());
        }
        return parts.isEmpty() ? Condition.EVERYBODY : new Condition.All(parts);
    }

    boolean narrow() {
        return !search.isEmpty() || segment != null || !tag.isEmpty() || course != null || stage != null || idle > 0
                || !keeper.isEmpty() || old;
    }

    Wanted search(String text) {
        return new Wanted(text, segment, tag, course, stage, idle, keeper, old, order, columns);
    }

    Wanted filters(String withTag, @Nullable UUID in, @Nullable Stage at, int days, String kept, boolean outOfDate) {
        return new Wanted(search, segment, withTag, in, at, days, kept, outOfDate, order, columns);
    }

    Wanted look(Order sorted, List<Column> shown) {
        return new Wanted(search, segment, tag, course, stage, idle, keeper, old, sorted, shown);
    }

    /** A segment brings its own order and columns; none leaves them as they are. */
    Wanted segment(@Nullable Segment chosen) {
        return chosen == null
                ? new Wanted(search, null, tag, course, stage, idle, keeper, old, order, columns)
                : new Wanted(search, chosen.id(), tag, course, stage, idle, keeper, old, chosen.order(),
                        Column.of(chosen.columns()));
    }
}
