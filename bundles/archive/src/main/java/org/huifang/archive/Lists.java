// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.archive.Stage;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Long lists, read by key. */
final class Lists {
    private static final String SUMMARY = """
        select l.id, l.name, e.courses, e.last_activity from archive.learner l cross join lateral (
            select count(*) filter (where present) as courses,
                max(greatest(joined, left_at, last_activity)) as last_activity
            from archive.enrolment e where e.learner = l.id
                or e.learner = any (array(select p.id from archive.learner p where p.merged_into = l.id))) e
        where l.tenant = ?""";
    private static final String COUNT = """
        select count(*) from (select from archive.learner l where l.tenant = ? and l.listed limit %d) c"""
            .formatted(Finding.MOST_COUNTED + 1);
    private static final String AFTER = " and (l.name, l.id) > (?, ?)";
    private static final String ROSTER = """
        select l.id, l.name, e.course, c.title, e.role, e.stage, e.progress, e.enrolled, e.last_activity,
            case when e.stage = 'LEFT' then e.left_at else e.finished_at end as ended
        from archive.enrolment e join archive.learner part on part.id = e.learner
            join archive.learner l on l.id = coalesce(part.merged_into, part.id)
            join archive.course c on c.id = e.course
        where e.tenant = ? and e.course = ? and e.present and e.role = 'LEARNER'
            -- who has two accounts in one course stands there once
            and (part.merged_into is null or not exists (select from archive.enrolment same
                join archive.learner twin on twin.id = same.learner
                where same.course = e.course and same.present and same.role = 'LEARNER' and same.learner <> e.learner
                    and coalesce(twin.merged_into, twin.id) = l.id
                    and (twin.merged_into is null or twin.id < part.id)))""";
    private static final String ONLY = " and l.id in (select coalesce(o.merged_into, o.id) from archive.learner o"
            + " where o.tenant = ? and o.id = any (?::uuid[]))";

    private Lists() {
    }

    static List<LearnerSummary> summaries(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        return sql.list(SUMMARY + " and l.id = any (?::uuid[])", Lists::summary, tenant.value(),
                learners.toArray(UUID[]::new));
    }

    static Page<LearnerSummary> find(Sql sql, TenantId tenant, String search, @Nullable String after, int limit)
            throws SQLException {
        if (!search.isBlank()) {
            Page<UUID> found = new Finding(sql, tenant).find(search, after, Pages.checked(limit));
            Map<UUID, LearnerSummary> rows = summaries(sql, tenant, found.items()).stream()
                    .collect(Collectors.toMap(LearnerSummary::id, Function.identity()));
            return new Page<>(found.items().stream().map(rows::get).filter(Objects::nonNull).toList(), found.next());
        }
        var text = new StringBuilder(SUMMARY);
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        after(text, parameters, after);
        parameters.add(Pages.checked(limit) + 1);
        List<LearnerSummary> rows = sql.list(text + " and l.listed order by l.name, l.id limit ?", Lists::summary,
                parameters.toArray());
        return Pages.of(rows, limit, row -> Beyond.text(row.id(), row.name()));
    }

    static long count(Sql sql, TenantId tenant, String search) throws SQLException {
        return search.isBlank()
                ? sql.list(COUNT, row -> row.getLong(1), tenant.value()).getFirst()
                : new Finding(sql, tenant).count(search);
    }

    /** @param only files, or null for everybody in the course */
    static Page<RosterEntry> roster(Sql sql, TenantId tenant, UUID course, @Nullable Collection<UUID> only,
            @Nullable String after, int limit) throws SQLException {
        var text = new StringBuilder(ROSTER);
        var parameters = new ArrayList<Object>(List.of(tenant.value(), course));
        if (only != null) {
            text.append(ONLY);
            parameters.addAll(List.of(tenant.value(), only.toArray(UUID[]::new)));
        }
        after(text, parameters, after);
        parameters.add(Pages.checked(limit) + 1);
        List<RosterEntry> rows = sql.list(text + " order by l.name, l.id limit ?",
                row -> new RosterEntry(Sql.id(row, "id"), row.getString("name"), enrolment(row)),
                parameters.toArray());
        return Pages.of(rows, limit, row -> Beyond.text(row.learner(), row.name()));
    }

    private static void after(StringBuilder text, List<Object> parameters, @Nullable String after) {
        if (after != null) {
            text.append(AFTER);
            parameters.addAll(Beyond.parse(after).parameters());
        }
    }

    private static LearnerSummary summary(ResultSet row) throws SQLException {
        return new LearnerSummary(Sql.id(row, "id"), row.getString("name"), row.getInt("courses"),
                Sql.time(row, "last_activity"));
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(Sql.id(row, "course"), row.getString("title"), CourseRole.valueOf(row.getString("role")),
                Stage.valueOf(row.getString("stage")), row.getInt("progress"), Sql.instant(row, "enrolled"),
                Sql.time(row, "last_activity"), Sql.time(row, "ended"));
    }
}
