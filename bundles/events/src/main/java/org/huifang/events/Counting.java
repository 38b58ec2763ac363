// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/** Keeps the highest number of each source, and the ranges below it that are missing. */
final class Counting {
    private static final int MOST_GAPS = 1_000;
    private static final Comparator<Source> ORDER = Comparator.comparing((Source s) -> s.tenant.value())
            .thenComparing(s -> s.source);

    /** A number that came. */
    record Noted(TenantId tenant, String source, long number) {}

    private record Source(TenantId tenant, String source) {}

    private record Missing(UUID id, long first, long last, Instant noticed) {}

    private Counting() {
    }

    /** In one order of sources, so that two nodes wait for each other; tells where gaps came or went. */
    static List<TenantId> note(Sql sql, List<Noted> noted, Instant now) throws SQLException {
        Map<Source, TreeSet<Long>> numbers = new TreeMap<>(ORDER);
        noted.forEach(one -> numbers.computeIfAbsent(new Source(one.tenant, one.source), s -> new TreeSet<>())
                .add(one.number));
        List<TenantId> changed = new ArrayList<>();
        for (Map.Entry<Source, TreeSet<Long>> one : numbers.entrySet()) {
            if (note(sql, one.getKey(), one.getValue(), now)) {
                changed.add(one.getKey().tenant);
            }
        }
        return changed;
    }

    private static boolean note(Sql sql, Source of, TreeSet<Long> numbers, Instant now) throws SQLException {
        sql.update("insert into events.sequence (tenant, source) values (?, ?) on conflict do nothing",
                of.tenant.value(), of.source);
        long before = sql
                .list("select coalesce(highest, -1) from events.sequence where tenant = ? and source = ? for update",
                        row -> row.getLong(1), of.tenant.value(), of.source)
                .getFirst();
        long highest = before;
        boolean changed = false;
        for (long number : numbers) {
            if (number > highest) {
                changed |= highest >= 0 && number > highest + 1 && add(sql, of, highest + 1, number - 1, now);
                highest = number;
            } else if (number < highest) {
                changed |= fill(sql, of, number);
            }
        }
        if (highest != before) {
            sql.update("update events.sequence set highest = ? where tenant = ? and source = ?", highest,
                    of.tenant.value(), of.source);
        }
        return changed;
    }

    private static boolean add(Sql sql, Source of, long first, long last, Instant noticed) throws SQLException {
        return sql.update("""
            insert into events.gap (id, tenant, source, first, last, noticed) select ?, ?, ?, ?, ?, ?
            where (select count(*) from (select 1 from events.gap where tenant = ? and source = ? limit ?) as g) < ?""",
                UUID.randomUUID(), of.tenant.value(), of.source, first, last, noticed, of.tenant.value(), of.source,
                MOST_GAPS, MOST_GAPS) == 1;
    }

    /** One that came late closes its gap, or leaves what is on both sides of it. */
    private static boolean fill(Sql sql, Source of, long number) throws SQLException {
        List<Missing> around = sql.list("""
            delete from events.gap where tenant = ? and source = ? and first <= ? and last >= ?
            returning id, first, last, noticed""",
                row -> new Missing(Sql.id(row, "id"), row.getLong("first"), row.getLong("last"),
                        Sql.instant(row, "noticed")),
                of.tenant.value(), of.source, number, number);
        for (Missing gap : around) {
            if (gap.first < number) {
                add(sql, of, gap.first, number - 1, gap.noticed);
            }
            if (gap.last > number) {
                add(sql, of, number + 1, gap.last, gap.noticed);
            }
        }
        return !around.isEmpty();
    }
}
