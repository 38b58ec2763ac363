// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.huifang.api.ClockControl;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Calendars;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The clock of the demo, which can be moved where the configuration allows it. */
@Component(service = Timekeeper.class)
public final class Timekeeper {
    private static final ZoneId CAMPUS = ZoneId.of("Asia/Shanghai");

    private final InstantSource clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ClockControl control;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Calendars calendars;

    @Activate
    public Timekeeper(@Reference InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    boolean movable() {
        return control != null;
    }

    /** To ten o'clock of the next day on which people may be called: not on weekends, nor on holidays. */
    void passToMorning() {
        ClockControl there = control;
        Calendars school = calendars;
        if (there != null) {
            Instant now = clock.instant();
            LocalDate today = now.atZone(CAMPUS).toLocalDate();
            Instant morning = Stream.iterate(today.plusDays(1), day -> day.plusDays(1)).limit(60)
                    .filter(day -> day.getDayOfWeek().getValue() <= 5)
                    .map(day -> day.atTime(10, 0).atZone(CAMPUS).toInstant())
                    .filter(at -> school == null
                            || school.hours(TenantId.DEFAULT, "phone").barrier(at, CAMPUS, null).isEmpty())
                    .findFirst().orElse(now);
            there.advance(Duration.between(now, morning));
        }
    }

    void pass(int days) {
        ClockControl there = control;
        if (there != null) {
            there.advance(Duration.ofDays(days));
        }
    }
}
