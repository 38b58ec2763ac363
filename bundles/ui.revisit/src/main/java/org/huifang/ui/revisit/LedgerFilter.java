// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.html.Anchor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.jspecify.annotations.Nullable;

/** Which obligations the ledger lists; lives in the URL. */
record LedgerFilter(@Nullable UUID course, @Nullable String step, @Nullable State state) {
    static LedgerFilter of(Place place) {
        var state = place.query("state").flatMap(
                name -> Arrays.stream(State.values()).filter(s -> s.name().equalsIgnoreCase(name)).findFirst());
        return new LedgerFilter(place.queryId("course").orElse(null), place.query("node").orElse(null),
                state.orElse(null));
    }

    /** How many obligations of this ledger fit. */
    long count(Ledger ledger) {
        return ledger.rows().stream().filter(this::fits)
                .mapToLong(row -> state == null ? sum(row) : row.count(state)).sum();
    }

    Anchor link(String text) {
        return Links.link(text, "ledger", query());
    }

    void go() {
        Links.go("ledger", query());
    }

    private @Nullable Object[] query() {
        return List.of("course", course == null ? "" : course, "node", step == null ? "" : step, "state",
                state == null ? "" : state.name().toLowerCase(Locale.ROOT)).toArray();
    }

    private boolean fits(Ledger.Row row) {
        return (course == null || course.equals(row.course())) && (step == null || step.equals(row.step()));
    }

    private static long sum(Ledger.Row row) {
        return row.counts().values().stream().mapToLong(Long::longValue).sum();
    }
}
