// SPDX-License-Identifier: Apache-2.0
package org.huifang.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.persistence.Sql;

/** Writes what a school chooses. */
final class Choices {
    private static final String PACK = """
        insert into calendar.choice (tenant, pack) values (?, ?)
        on conflict (tenant) do update set pack = excluded.pack""";
    private static final String WEEK = """
        insert into calendar.choice (tenant, zone, week) values (?, ?, ?)
        on conflict (tenant) do update set zone = excluded.zone, week = excluded.week""";
    private static final String CAPPED = """
        insert into calendar.choice (tenant, capped) values (?, true)
        on conflict (tenant) do update set capped = true""";
    private static final String CAP = """
        insert into calendar.cap (tenant, number, channel, tag, most, days) values (?, ?, ?, ?, ?, ?)""";
    private static final String DAY = """
        insert into calendar.day (tenant, day, name, hours, because) values (?, ?, ?, ?, ?)
        on conflict (tenant, day) do update
            set name = excluded.name, hours = excluded.hours, because = excluded.because""";
    private static final String BLACKOUT = """
        insert into calendar.blackout (tenant, id, name, first, last, course) values (?, ?, ?, ?, ?, ?::uuid)
        on conflict (tenant, id) do update
            set name = excluded.name, first = excluded.first, last = excluded.last, course = excluded.course""";

    private Choices() {
    }

    static int pack(Connection connection, TenantId tenant, String name) throws SQLException {
        return new Sql(connection).update(PACK, tenant.value(), name);
    }

    static int week(Connection connection, TenantId tenant, WorkCalendar work) throws SQLException {
        return new Sql(connection).update(WEEK, tenant.value(), work.zone().getId(), Chosen.written(work.week()));
    }

    /** The row of the choice comes first: two who replace all caps at a time wait for each other. */
    static int caps(Connection connection, TenantId tenant, List<Cap> caps) throws SQLException {
        new Sql(connection).update(CAPPED, tenant.value());
        new Sql(connection).update("delete from calendar.cap where tenant = ?", tenant.value());
        int number = 0;
        for (Cap cap : caps) {
            new Sql(connection).update(CAP, tenant.value(), ++number, cap.channel(), cap.tag(), cap.most(), cap.days());
        }
        return number;
    }

    static int day(Connection connection, TenantId tenant, CalendarDay day) throws SQLException {
        return new Sql(connection).update(DAY, tenant.value(), day.day(), storable(day.name()),
                Hours.write(day.hours()),
                storable(day.because()));
    }

    static int blackout(Connection connection, TenantId tenant, Blackout blackout) throws SQLException {
        return new Sql(connection).update(BLACKOUT, tenant.value(), blackout.id(), storable(blackout.name()),
                blackout.from(), blackout.to(), blackout.course());
    }

    /** PostgreSQL keeps no text with a zero character in it. */
    private static String storable(String text) {
        return text.replace("\0", "").strip();
    }
}
