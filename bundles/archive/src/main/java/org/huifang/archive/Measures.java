// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.segment.Measure;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What people answered last and when they were reached last, in whatever order it arrives; and what of a file is counted, as
 * conditions ask for it.
 */
final class Measures {
    private static final String REACHED_NAME = "REACHED";
    private static final String TAKE = """
        insert into archive.measure as m (tenant, learner, measure, value, at)
        select distinct on (learner, measure) ?, learner, measure, value, at
        from unnest(?::uuid[], ?::text[], ?::integer[], ?::timestamptz[]) as said (learner, measure, value, at)
        order by learner, measure, at desc, value desc
        on conflict (learner, measure) do update set value = excluded.value, at = excluded.at
            where (excluded.at, excluded.value) > (m.at, m.value)""";
    /** Of a file {@code l}: somebody reached the person after the parameter. */
    static final String REACHED = """
        exists (select from archive.measure m join archive.learner p on p.id = m.learner
            where m.tenant = l.tenant and m.measure = 'REACHED' and m.at > ? and coalesce(p.merged_into, p.id) = l.id)""";
    /** Of a file {@code l}: what was measured last, of whichever part; takes the measure and two bounds. */
    static final String BETWEEN = """
        exists (select from archive.measure m join archive.learner p on p.id = m.learner
            where m.tenant = l.tenant and m.measure = ? and m.value between ? and ?
                and coalesce(p.merged_into, p.id) = l.id
                and not exists (select from archive.learner q join archive.measure later on later.learner = q.id
                    where coalesce(q.merged_into, q.id) = l.id and later.measure = m.measure
                        and (later.at, later.value) > (m.at, m.value)))""";
    private static final String FILLED = """
        coalesce(100 * count(*) filter (where case f.field when 'contact'
                then jsonb_exists(l.held, 'phone') or jsonb_exists(l.held, 'email') or jsonb_exists(l.held, 'wechat')
                else jsonb_exists(l.held, f.field) end) / nullif(count(*), 0), 100)""";
    private static final String OF_ALL = """
        unnest((select array_agg(r.field) from (select distinct on (d.field) d.field, d.need from archive.field_policy d
            where d.type = '' and d.tenant in ((select current_setting('huifang.tenant', true)), '*')
            order by d.field, d.tenant = '*') r where r.need = 'REQUIRED')) f (field)""";
    private static final String OF_TYPES = """
        (select distinct on (d.field) d.field, d.need from archive.field_policy d
            where d.tenant in ((select current_setting('huifang.tenant', true)), '*') and (d.type = '' or %s)
            order by d.field, d.type = '', d.type, d.tenant = '*') f where f.need = 'REQUIRED'"""
            .formatted(TagTable.WORN.replace("?", "d.type collate \"C\""));
    /**
     * Of a file {@code l}, in whole per cent, rounded down: 100 is complete and nothing else is. What is required of all is
     * read once for all files, and for each file only where something holds for a type of customer.
     */
    static final String COMPLETENESS = """
        case when exists (select from archive.field_policy d where d.type <> ''
                and d.tenant = (select current_setting('huifang.tenant', true)))
            then (select %1$s from %2$s) else (select %1$s from %3$s) end""".formatted(FILLED, OF_TYPES, OF_ALL);
    private static final String OLD = """
        from archive.learner p join archive.quality_stale s on s.learner = p.id
            where coalesce(p.merged_into, p.id) = l.id
                and s.run = (select max(r.id) from archive.quality_run r where r.tenant = l.tenant and r.done)
                and not exists (select from archive.learner q join archive.checked c on c.learner = q.id
                    where coalesce(q.merged_into, q.id) = l.id and c.field = s.field and c.correct and c.at > s.last
                        and archive.same(c.field, c.value) = archive.same(s.field, l.held ->> s.field))
                and not exists (select from archive.learner q join archive.identity_value v on v.learner = q.id
                    where coalesce(q.merged_into, q.id) = l.id and v.field = s.field and v.superseded is null
                        and v.said > s.last
                        and archive.same(v.field, v.value) = archive.same(s.field, l.held ->> s.field))""";
    /** Of a file {@code l}: counted as out of date, and what holds was neither said nor found right since. */
    static final String OUT_OF_DATE = "exists (select " + OLD + ")";
    private static final String LAST = """
        select m.value from archive.measure m where m.tenant = ? and m.learner = any (?::uuid[]) and m.measure = ?
        order by m.at desc, m.value desc limit 1""";
    private static final String LAST_REACHED = """
        select m.at from archive.measure m where m.tenant = ? and m.learner = any (?::uuid[]) and m.measure = 'REACHED'
        order by m.at desc limit 1""";

    private record Line(UUID learner, String measure, int value, Instant at) {}

    private Measures() {
    }

    static void take(Sql sql, TenantId tenant, List<Entry> entries) throws SQLException {
        List<Line> lines = entries.stream().flatMap(Measures::lines).toList();
        if (!lines.isEmpty()) {
            sql.update(TAKE, tenant.value(), Sql.ids(lines, Line::learner), Sql.texts(lines, Line::measure),
                    Sql.numbers(lines, Line::value), Sql.times(lines, Line::at));
        }
    }

    private static Stream<Line> lines(Entry entry) {
        var lines = new ArrayList<Line>(2);
        switch (entry.fact()) {
            case Fact.Answered answered -> {
                add(lines, answered.learner(), Measure.SATISFACTION, answered.satisfaction(), entry.at());
                add(lines, answered.learner(), Measure.RECOMMENDATION, answered.recommendation(), entry.at());
            }
            case Fact.Revisited revisited when revisited.outcome() == Outcome.REACHED ->
                lines.add(new Line(revisited.learner(), REACHED_NAME, 0, entry.at()));
            default -> {
            }
        }
        return lines.stream();
    }

    /** Who prefers not to say says nothing against what they said before. */
    private static void add(List<Line> lines, UUID learner, Measure measure, @Nullable Integer value, Instant at) {
        if (value != null) {
            lines.add(new Line(learner, measure.name(), value, at));
        }
    }

    /** What was measured last of any of these parts of a file, the first of which is the file itself; null for nothing. */
    static @Nullable Integer last(Sql sql, TenantId tenant, List<UUID> parts, Measure measure) throws SQLException {
        return (measure == Measure.COMPLETENESS
                ? sql.list("select " + COMPLETENESS + " from archive.learner l where l.tenant = ? and l.id = ?",
                        row -> row.getInt(1), tenant.value(), parts.getFirst())
                : sql.list(LAST, row -> row.getInt(1), tenant.value(), parts.toArray(UUID[]::new), measure.name()))
                .stream().findFirst().orElse(null);
    }

    /** When somebody reached them last; null for never. */
    static @Nullable Instant reached(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return sql.list(LAST_REACHED, row -> Sql.instant(row, "at"), tenant.value(), parts.toArray(UUID[]::new))
                .stream().findFirst().orElse(null);
    }

    /** Fields of which the value is out of date. */
    static List<String> outOfDate(Sql sql, TenantId tenant, UUID file) throws SQLException {
        return sql.list("select f.field from archive.learner l cross join lateral (select distinct s.field " + OLD
                + ") f where l.tenant = ? and l.id = ? order by f.field", row -> row.getString(1), tenant.value(),
                file);
    }
}
