// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.Span;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What a school has chosen for itself; null where it has not.
 *
 * @param days that it set, by date
 * @param blackouts by their first day
 */
record Chosen(@Nullable String pack, @Nullable ZoneId zone, @Nullable Map<DayOfWeek, List<Span>> week,
        @Nullable List<Cap> caps, List<CalendarDay> days, List<Blackout> blackouts) {
    private static final String CHOICE = "select pack, zone, week, capped from calendar.choice where tenant = ?";
    private static final String CAPS = "select channel, tag, most, days from calendar.cap where tenant = ? order by number";
    private static final String DAYS = "select day, name, hours, because from calendar.day where tenant = ? order by day";
    private static final String BLACKOUTS = """
        select id, name, first, last, course from calendar.blackout where tenant = ? order by first, last, id""";

    private record Choice(@Nullable String pack, @Nullable ZoneId zone, @Nullable Map<DayOfWeek, List<Span>> week,
            boolean capped) {}

    private static final Choice NOTHING = new Choice(null, null, null, false);

    static Chosen read(Connection connection, TenantId tenant) throws SQLException {
        Choice choice = new Sql(connection).list(CHOICE, Chosen::choice, tenant.value())
                .stream().findFirst().orElse(NOTHING);
        List<Cap> caps = new Sql(connection).list(CAPS,
                row -> new Cap(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)), tenant.value());
        List<CalendarDay> days = new Sql(connection).list(DAYS,
                row -> new CalendarDay(row.getObject(1, LocalDate.class), row.getString(2),
                        Hours.read(row.getString(3)), row.getString(4)),
                tenant.value());
        List<Blackout> blackouts = new Sql(connection).list(BLACKOUTS,
                row -> new Blackout(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class), row.getObject(5, UUID.class)),
                tenant.value());
        return new Chosen(choice.pack, choice.zone, choice.week, choice.capped ? caps : null, days, blackouts);
    }

    private static Choice choice(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        var week = row.getArray("week");
        return new Choice(row.getString("pack"), zone == null ? null : ZoneId.of(zone),
                week == null ? null : week((String[]) week.getArray()), row.getBoolean("capped"));
    }

    private static Map<DayOfWeek, List<Span>> week(String[] hours) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, Hours.read(hours[day.ordinal()]));
        }
        return week;
    }

    /** As the column {@code week} has it: from Monday on. */
    static String[] written(Map<DayOfWeek, List<Span>> week) {
        return List.of(DayOfWeek.values()).stream().map(day -> Hours.write(week.getOrDefault(day, List.of())))
                .toArray(String[]::new);
    }
}
