// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.html.Anchor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.revisit.Hold.Reason;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which obligations the ledger lists; lives in the URL.
 *
 * @param hold those that are due or overdue and held for this reason; the state is any then
 */
record LedgerFilter(@Nullable UUID course, @Nullable String step, @Nullable State state, @Nullable Reason hold) {
    static final LedgerFilter ALL = new LedgerFilter(null, null, null, null);

    LedgerFilter {
        if (hold != null) {
            state = null;
        }
    }

    LedgerFilter(@Nullable UUID course, @Nullable String step, @Nullable State state) {
        this(course, step, state, null);
    }

    static LedgerFilter of(Place place) {
        return new LedgerFilter(place.queryId("course").orElse(null), place.query("node").orElse(null),
                find(State.values(), place.query("state")), find(Reason.values(), place.query("hold")));
    }

    private static <E extends Enum<E>> @Nullable E find(E[] values, Optional<String> name) {
        return name.flatMap(n -> Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(n)).findFirst())
                .orElse(null);
    }

    /** How many obligations of this ledger fit. */
    long count(Ledger ledger) {
        return ledger.rows().stream().filter(this::fits).mapToLong(this::count).sum();
    }

    private long count(Ledger.Row row) {
        if (hold != null) {
            return row.held().getOrDefault(hold, 0L);
        }
        return state == null
                ? row.counts().values().stream().mapToLong(Long::longValue).sum()
                : row.count(state);
    }

    /** The rows of the ledger that this course and step leave. */
    boolean fits(Ledger.Row row) {
        return (course == null || course.equals(row.course())) && (step == null || step.equals(row.step()));
    }

    Anchor link(String text) {
        return Links.link(text, "ledger", query());
    }

    void go() {
        Links.go("ledger", query());
    }

    private @Nullable Object[] query() {
        return List.of("course", course == null ? "" : course, "node", step == null ? "" : step, "state",
                state == null ? "" : state.name().toLowerCase(Locale.ROOT), "hold",
                hold == null ? "" : hold.name().toLowerCase(Locale.ROOT)).toArray();
    }
}
