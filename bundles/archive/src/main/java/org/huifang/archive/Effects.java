// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/** What the facts of a batch do: they go on the timeline, and the current state is brought up to date with them. */
record Effects(TenantId tenant, List<Entry> entries, Collection<EnrolmentChange> enrolments) {
    private static final String TIMELINE = """
        insert into archive.timeline (tenant, learner, course, kind, fact, source, at)
        select ?, learner, course, kind, fact::jsonb, source, at
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
            with ordinality as f (learner, course, kind, fact, source, at, nth)
        order by nth""";

    private static final String ENROLMENTS = """
        insert into archive.enrolment as e (tenant, course, learner, role, role_at, enrolled, joined, left_at, lesson_at,
            finished_at, last_activity, progress)
        select ?, c.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[]) as c (course, learner)
        order by course, learner
        on conflict (course, learner) do update set
            role = case when (excluded.role_at, excluded.role) > (e.role_at, e.role) then excluded.role else e.role end,
            role_at = greatest(e.role_at, excluded.role_at),
            enrolled = least(e.enrolled, excluded.enrolled),
            joined = greatest(e.joined, excluded.joined),
            left_at = greatest(e.left_at, excluded.left_at),
            lesson_at = greatest(e.lesson_at, excluded.lesson_at),
            finished_at = least(e.finished_at, excluded.finished_at),
            last_activity = greatest(e.last_activity, excluded.last_activity),
            progress = greatest(e.progress, excluded.progress)""";

    private record Place(UUID course, UUID learner) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byCourse = course.compareTo(other.course);
            return byCourse != 0 ? byCourse : learner.compareTo(other.learner);
        }
    }

    static Effects of(TenantId tenant, List<Entry> entries) {
        Map<Place, EnrolmentChange> enrolments = new TreeMap<>();
        for (Entry entry : entries) {
            EnrolmentChange change = EnrolmentChange.of(entry.fact(), entry.course(), entry.learner());
            if (change != null) {
                enrolments.merge(new Place(change.course(), change.learner()), change, EnrolmentChange::merge);
            }
        }
        return new Effects(tenant, entries, enrolments.values());
    }

    void write(Connection connection) throws SQLException {
        var sql = new Sql(connection);
        Courses.describe(sql, entries);
        if (!enrolments.isEmpty()) {
            sql.update(ENROLMENTS, tenant.value(), ids(enrolments, EnrolmentChange::course),
                    ids(enrolments, EnrolmentChange::learner), texts(enrolments, change -> change.role().name()),
                    times(enrolments, EnrolmentChange::roleAt), times(enrolments, EnrolmentChange::enrolled),
                    times(enrolments, EnrolmentChange::joined), times(enrolments, EnrolmentChange::left),
                    times(enrolments, EnrolmentChange::lesson), times(enrolments, EnrolmentChange::finished),
                    times(enrolments, EnrolmentChange::active),
                    enrolments.stream().map(EnrolmentChange::progress).toArray(Integer[]::new));
        }
        if (!entries.isEmpty()) {
            sql.update(TIMELINE, tenant.value(), ids(entries, Entry::learner), ids(entries, Entry::course),
                    texts(entries, entry -> FactJson.kind(entry.fact())), texts(entries, Entry::json),
                    texts(entries, Entry::source), times(entries, Entry::at));
        }
        new IdentityValues(tenant, sql).say(entries);
    }

    static <T> UUID[] ids(Collection<T> rows, Function<T, @Nullable UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> Instant[] times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(column).toArray(Instant[]::new);
    }
}
