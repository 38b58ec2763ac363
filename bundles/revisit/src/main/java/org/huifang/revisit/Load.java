// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.DayLoad;
import org.huifang.api.revisit.DueLoad;
import org.huifang.persistence.Sql;

/** What the next days ask of the team: contacts as they are planned, and further ahead as they open. What nobody may be called about is not work. */
final class Load {
    private static final int MOST_DAYS = 92;

    private static final String DAY = """
        select (greatest(coalesce(c.at, o.hold_until, o.opens), ?) at time zone ?)::date as day,
            sum(o.minutes) as minutes,
        """;

    private static final String WORK = """
        from revisit.obligation o left join lateral (
            select at from revisit.contact where id = o.contact and not over offset 0) c on true
        where o.tenant = ? and o.state in ('SCHEDULED', 'DUE') and o.kind <> 'QUESTIONNAIRE'
            and (o.hold is null or o.hold_until is not null)
            and (o.opens < ? or o.contact is not null or o.hold is not null) and coalesce(c.at, o.hold_until, o.opens) < ?
        """;

    private static final String BY_OWNER = DAY + "o.owner, count(distinct coalesce(o.contact, o.id)) as n " + WORK
            + "group by day, o.owner";

    private static final String BY_DUE = DAY + "(o.due at time zone ?)::date as due, o.course, count(*) as n " + WORK
            + "group by day, 3, o.course";

    private Load() {
    }

    static List<DayLoad> of(Sql sql, TenantId tenant, Instant now, ZoneId zone, int days) throws SQLException {
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant end = end(today, zone, days);
        Map<LocalDate, Map<UUID, Long>> minutes = new HashMap<>();
        Map<LocalDate, Long> contacts = new HashMap<>();
        sql.list(BY_OWNER, row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            minutes.computeIfAbsent(day, d -> new HashMap<>()).put(Sql.id(row, "owner"), row.getLong("minutes"));
            return contacts.merge(day, row.getLong("n"), Long::sum);
        }, now, zone.getId(), tenant.value(), end, end);
        List<DayLoad> load = new ArrayList<>();
        for (int n = 0; n < days; n++) {
            LocalDate day = today.plusDays(n);
            Map<UUID, Long> owners = minutes.getOrDefault(day, Map.of());
            load.add(new DayLoad(day, contacts.getOrDefault(day, 0L),
                    owners.values().stream().mapToLong(Long::longValue).sum(), owners));
        }
        return load;
    }

    static List<DueLoad> due(Sql sql, TenantId tenant, Instant now, ZoneId zone, int days) throws SQLException {
        Instant end = end(now.atZone(zone).toLocalDate(), zone, days);
        return sql.list(BY_DUE, row -> new DueLoad(row.getObject("day", LocalDate.class),
                row.getObject("due", LocalDate.class), Sql.id(row, "course"), row.getLong("n"), row.getLong("minutes")),
                now, zone.getId(), zone.getId(), tenant.value(), end, end);
    }

    private static Instant end(LocalDate today, ZoneId zone, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a forecast is for 1 to 92 days");
        }
        return today.plusDays(days).atStartOfDay(zone).toInstant();
    }
}
