// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/** Remembers deliveries, puts their facts on the timeline and brings enrolments up to date. */
final class RecordStatements {
    private static final String NEW_DELIVERIES = """
        insert into archive.delivery (tenant, source, key)
        select ?, source, key from unnest(?::text[], ?::text[]) as d (source, key)
        order by source collate "C", key collate "C" on conflict do nothing returning source, key""";

    /** Of each enrolment only minimums and maximums over facts are kept, so late ones undo nothing. */
    private static final String MERGED = """
            role = case when (said.role_at, said.role) > (e.role_at, e.role) then said.role else e.role end,
            role_at = greatest(e.role_at, said.role_at),
            enrolled = least(e.enrolled, said.enrolled),
            joined = greatest(e.joined, said.joined),
            left_at = greatest(e.left_at, said.left_at),
            lesson_at = greatest(e.lesson_at, said.lesson_at),
            finished_at = least(e.finished_at, said.finished_at),
            last_activity = greatest(e.last_activity, said.last_activity),
            progress = greatest(e.progress, said.progress)
        """;

    /**
     * One statement, for it is the hottest: a delivery that is not new makes all of it fail. Enrolments are locked in
     * order before they are changed, which the planner would not do by itself.
     */
    private static final String RECORD = """
        with d as (
            insert into archive.delivery (tenant, source, key)
            select ?, source, key from unnest(?::text[], ?::text[]) as d (source, key)),
        t as (
            insert into archive.timeline (tenant, learner, course, kind, fact, source, at)
            select ?, learner, course, kind, fact::jsonb, source, at
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                as t (learner, course, kind, fact, source, at)),
        f as materialized (
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                    ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[])
                as f (course, learner, role, role_at, enrolled, joined, left_at, lesson_at, finished_at,
                    last_activity, progress)),
        held as materialized (
            select course, learner from archive.enrolment where (course, learner) in (select course, learner from f)
            order by course, learner for no key update),
        known as (
            update archive.enrolment e set
            """ + MERGED.replace("said.", "f.") + """
            from held join f using (course, learner) where (e.course, e.learner) = (held.course, held.learner)
            returning e.course, e.learner),
        added as (
            insert into archive.enrolment as e (tenant, course, learner, role, role_at, enrolled, joined, left_at,
                lesson_at, finished_at, last_activity, progress)
            select ?, f.* from f where not exists (
                select from known where (known.course, known.learner) = (f.course, f.learner))
            on conflict (course, learner) do update set
        """ + MERGED.replace("said.", "excluded.") + """
            )
        select distinct root.id from archive.learner p join archive.learner root on root.id = coalesce(p.merged_into, p.id)
        where p.tenant = ? and p.id = any (?::uuid[]) and root.withdrawn
            and exists (select from archive.learner where tenant = ? and withdrawn)""";

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

    /**
     * @param unseen deliveries to be remembered at the same time; when one of them is not new, all fails
     * @return the files that these tell something of and that an import was taken back from: any fact may leave something in
     *     them, or take away the last there is
     */
    List<UUID> record(Collection<DeliveryKey> unseen, List<Entry> entries) throws SQLException {
        if (unseen.isEmpty() && entries.isEmpty()) {
            return List.of();
        }
        UUID[] told = entries.stream()
                .flatMap(entry -> Stream.concat(Stream.ofNullable(entry.learner()), Files.named(entry.fact())))
                .distinct()
                .toArray(UUID[]::new);
        List<DeliveryKey> keys = unseen.stream().sorted().toList();
        List<EnrolmentChange> changes = EnrolmentChange.by(entries);
        return sql.list(RECORD, row -> Sql.id(row, "id"), tenant, Sql.texts(keys, DeliveryKey::source),
                Sql.texts(keys, DeliveryKey::key), tenant,
                Sql.ids(entries, Entry::learner), Sql.ids(entries, Entry::course),
                Sql.texts(entries, entry -> FactJson.kind(entry.fact())), Sql.texts(entries, Entry::json),
                Sql.texts(entries, entry -> entry.delivery().source()), Sql.times(entries, Entry::at),
                Sql.ids(changes, EnrolmentChange::course), Sql.ids(changes, EnrolmentChange::learner),
                Sql.texts(changes, change -> change.role().name()), Sql.times(changes, EnrolmentChange::roleAt),
                Sql.times(changes, EnrolmentChange::enrolled), Sql.times(changes, EnrolmentChange::joined),
                Sql.times(changes, EnrolmentChange::left), Sql.times(changes, EnrolmentChange::lesson),
                Sql.times(changes, EnrolmentChange::finished), Sql.times(changes, EnrolmentChange::activity),
                changes.stream().map(EnrolmentChange::progress).toArray(Integer[]::new), tenant, tenant, told,
                tenant);
    }
}
