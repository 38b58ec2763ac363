// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The calendar of each school as dated data: public holidays and make-up workdays, hours, quiet hours by channel from a
 * policy pack, blackout days, and how often people may be contacted. Huifang brings defaults; what a tenant sets stands
 * before them. Values are snapshots that stay as they are; a change is announced under the topic {@code calendar}.
 * Thread-safe; what returned is committed.
 */
@ProviderType
public interface Calendars {
    /** When the school works. */
    WorkCalendar work(TenantId tenant);

    /** When people may be contacted on a channel: {@code phone}, {@code sms}, {@code email}, {@code wechat}, {@code lms}. */
    ContactHours hours(TenantId tenant, String channel);

    /** How often; the strictest that fits counts. */
    List<Cap> caps(TenantId tenant);

    /** Replaces all caps. */
    void setCaps(TenantId tenant, List<Cap> caps);

    /** The school's zone and weekly hours. */
    void setWeek(TenantId tenant, ZoneId zone, Map<DayOfWeek, List<Span>> week);

    /** The special days of a year, by date, those that Huifang brings among them. */
    List<CalendarDay> days(TenantId tenant, int year);

    /**
     * This year or one that begins within two months, when not one special day of it is announced though some of the year
     * before are: governments publish them in autumn, and until somebody enters them only those hold that a law fixes.
     */
    default OptionalInt missing(TenantId tenant, LocalDate today) {
        return IntStream.rangeClosed(today.getYear(), today.plusMonths(2).getYear())
                .filter(year -> days(tenant, year).stream().allMatch(CalendarDay::provisional)
                        && !days(tenant, year - 1).isEmpty())
                .findFirst();
    }

    /** Sets one day; again for the same day replaces it. */
    void setDay(TenantId tenant, CalendarDay day);

    /** Takes back what the tenant set for a day; a day that Huifang brings is as brought again. */
    void removeDay(TenantId tenant, LocalDate day);

    List<Blackout> blackouts(TenantId tenant);

    /** Adds a blackout, or replaces the one of the same id. */
    void setBlackout(TenantId tenant, Blackout blackout);

    void removeBlackout(TenantId tenant, UUID id);

    /** The policy packs to choose from. */
    List<Pack> packs();

    /** The one that holds. */
    Pack pack(TenantId tenant);

    /** @throws IllegalArgumentException when there is no such pack */
    void choosePack(TenantId tenant, String name);
}
