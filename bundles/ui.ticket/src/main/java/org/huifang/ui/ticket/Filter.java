// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.Links;
import org.huifang.ui.Place;
import org.jspecify.annotations.Nullable;

/** Which tickets are shown, as it stands in the URL. */
record Filter(@Nullable Area area, @Nullable UUID course, @Nullable TicketState state, @Nullable UUID owner,
        boolean late) {
    static final Filter NONE = new Filter(null, null, null, null, false);

    static Filter of(Place place) {
        return new Filter(constant(Area.values(), place.query("area")), place.queryId("course").orElse(null),
                constant(TicketState.values(), place.query("state")), place.queryId("owner").orElse(null),
                place.query("late").isPresent());
    }

    TicketFilter asked() {
        return new TicketFilter(area, course, state, owner, null, late);
    }

    Filter in(@Nullable Area other) {
        return new Filter(other, course, state, owner, late);
    }

    void go() {
        Links.go(TicketsView.PATH, query());
    }

    @Nullable
    Object[] query() {
        return new @Nullable Object[]{"area", name(area), "course", course, "state", name(state), "owner", owner,
                "late", late ? "1" : null};
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, Optional<String> name) {
        return name.flatMap(n -> Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(n)).findFirst())
                .orElse(null);
    }
}
