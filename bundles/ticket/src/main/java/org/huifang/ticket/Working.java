// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.calendar.WorkCalendar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What time it is, and when schools work. */
@Component(service = Working.class)
public final class Working {
    private final InstantSource clock;
    private final Calendars calendars;

    @Activate
    public Working(@Reference InstantSource clock, @Reference Calendars calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    WorkCalendar calendar(TenantId tenant) {
        return calendars.work(tenant);
    }

    /** Today where the school is. */
    LocalDate today(TenantId tenant) {
        return now().atZone(calendar(tenant).zone()).toLocalDate();
    }
}
