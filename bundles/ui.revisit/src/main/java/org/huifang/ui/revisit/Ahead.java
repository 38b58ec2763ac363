// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.DayLoad;
import org.jspecify.annotations.Nullable;

/**
 * The day for which each school's next calls are planned. To find it is to go through all that is planned, and every page
 * with an empty queue asks at every push, so an answer serves until its minute is over. A day ends with a minute, wherever
 * the school is.
 */
final class Ahead {
    private record Found(Instant minute, @Nullable LocalDate day) {}

    private final Function<TenantId, List<DayLoad>> load;
    private final InstantSource clock;
    private final ConcurrentMap<TenantId, Found> found = new ConcurrentHashMap<>();

    /** @param load the next days of a school, today first */
    Ahead(Function<TenantId, List<DayLoad>> load, InstantSource clock) {
        this.load = load;
        this.clock = clock;
    }

    /** Null where nothing is planned, or for today: what is left of today when the queue is empty is not to come any more. */
    @Nullable
    LocalDate of(TenantId tenant) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return found.compute(tenant, (id, before) -> before != null && before.minute.equals(minute)
                ? before
                : new Found(minute, next(load.apply(id)))).day;
    }

    private static @Nullable LocalDate next(List<DayLoad> days) {
        return days.stream().filter(day -> day.contacts() > 0).findFirst().map(DayLoad::day)
                .filter(day -> !day.equals(days.getFirst().day())).orElse(null);
    }
}
