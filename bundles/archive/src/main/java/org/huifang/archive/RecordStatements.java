// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.jspecify.annotations.Nullable;

/** Remembers deliveries, puts their facts on the timeline and brings enrolments up to date. */
final class RecordStatements {
    private static final String NEW_DELIVERIES = """
        insert into archive.delivery (tenant, source, key)
        select ?, source, key from unnest(?::text[], ?::text[]) as d (source, key)
        order by source, key on conflict do nothing returning source, key""";

    private static final String THESE_DELIVERIES = """
        select d.source, d.key from (select ?::text) t, unnest(?::text[], ?::text[]) as d (source, key)""";

    /** Of each enrolment only minimums and maximums over facts are kept, so late ones undo nothing. */
    private static final String FACTS = """
        , f as (
            select f.* from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::text[], ?::int[])
                with ordinality as f (source, key, learner, course, kind, fact, at, role, progress, nth)
            join fresh using (source, key)),
        t as (
            insert into archive.timeline (tenant, learner, course, kind, fact, source, at)
            select ?, learner, course, kind, fact::jsonb, source, at from f order by nth),
        e as (
            insert into archive.enrolment as e (tenant, course, learner, role, role_at, enrolled, joined, left_at,
                lesson_at, finished_at, last_activity, progress)
            select ?, course, learner,
                coalesce((array_agg(role order by at desc, role desc) filter (where role is not null))[1], 'LEARNER'),
                coalesce(max(at) filter (where role is not null), 'epoch'),
                min(at),
                max(at) filter (where kind in ('Launched', 'Enrolled')),
                max(at) filter (where kind = 'Left'),
                max(at) filter (where kind = 'LessonCompleted'),
                min(at) filter (where kind = 'CourseFinished'),
                max(at) filter (where kind in ('Launched', 'LessonCompleted', 'CourseFinished')),
                max(progress)
            from f where progress is not null group by course, learner order by course, learner
            on conflict (course, learner) do update set
                role = case when (excluded.role_at, excluded.role) > (e.role_at, e.role) then excluded.role
                    else e.role end,
                role_at = greatest(e.role_at, excluded.role_at),
                enrolled = least(e.enrolled, excluded.enrolled),
                joined = greatest(e.joined, excluded.joined),
                left_at = greatest(e.left_at, excluded.left_at),
                lesson_at = greatest(e.lesson_at, excluded.lesson_at),
                finished_at = least(e.finished_at, excluded.finished_at),
                last_activity = greatest(e.last_activity, excluded.last_activity),
                progress = greatest(e.progress, excluded.progress))
        select source, key from fresh""";

    private static final String DELIVERIES_AND_FACTS = "with fresh as (" + NEW_DELIVERIES + ")" + FACTS;
    private static final String ONLY_FACTS = "with fresh as (" + THESE_DELIVERIES + ")" + FACTS;

    private final Sql sql;
    private final String tenant;

    RecordStatements(Sql sql, TenantId tenant) {
        this.sql = sql;
        this.tenant = tenant.value();
    }

    /** Remembers deliveries; gives back those that are new. */
    Set<DeliveryKey> deliveries(Collection<DeliveryKey> keys) throws SQLException {
        return new HashSet<>(sql.list(NEW_DELIVERIES,
                row -> new DeliveryKey(row.getString("source"), row.getString("key")), tenant,
                Sql.texts(keys, DeliveryKey::source), Sql.texts(keys, DeliveryKey::key)));
    }

    /** Remembers deliveries and records the facts of those that are new, which it gives back. */
    Set<DeliveryKey> deliveriesAndFacts(Collection<DeliveryKey> keys, List<Entry> entries) throws SQLException {
        return run(DELIVERIES_AND_FACTS, keys, entries);
    }

    void facts(Collection<DeliveryKey> keys, List<Entry> entries) throws SQLException {
        if (!entries.isEmpty()) {
            run(ONLY_FACTS, keys, entries);
        }
    }

    private Set<DeliveryKey> run(String statement, Collection<DeliveryKey> keys, List<Entry> entries)
            throws SQLException {
        return new HashSet<>(sql.list(statement,
                row -> new DeliveryKey(row.getString("source"), row.getString("key")), tenant,
                Sql.texts(keys, DeliveryKey::source), Sql.texts(keys, DeliveryKey::key),
                Sql.texts(entries, entry -> entry.delivery().source()),
                Sql.texts(entries, entry -> entry.delivery().key()), Sql.ids(entries, Entry::learner),
                Sql.ids(entries, Entry::course), Sql.texts(entries, entry -> FactJson.kind(entry.fact())),
                Sql.texts(entries, Entry::json), Sql.times(entries, Entry::at),
                Sql.texts(entries, RecordStatements::role),
                entries.stream().map(entry -> progress(entry.fact())).toArray(Integer[]::new), tenant, tenant));
    }

    private static @Nullable String role(Entry entry) {
        CourseRole role = Entry.role(entry.fact());
        return role == null ? null : role.name();
    }

    /** Null for facts that say nothing about an enrolment. */
    private static @Nullable Integer progress(Fact fact) {
        return switch (fact) {
            case Fact.LessonCompleted f -> f.progress();
            case Fact.CourseFinished f -> 100;
            case Fact.Launched f -> 0;
            case Fact.Enrolled f -> 0;
            case Fact.Left f -> 0;
            case Fact.CourseDescribed f -> null;
            case Fact.FromHuifang f -> null;
        };
    }
}
