// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Where a learner stands in a course; never less than it was. */
record Standing(TenantId tenant, UUID learner, UUID course, int progress, boolean finished) {
    /** Who stands where. */
    record Key(UUID learner, UUID course) {}

    Key key() {
        return new Key(learner, course);
    }

    /** Of an entry that says how far somebody is. */
    static Optional<Standing> said(TimelineEntry entry) {
        UUID learner = entry.learner();
        UUID course = entry.course();
        if (learner == null || course == null) {
            return Optional.empty();
        }
        return switch (entry.fact()) {
            case Fact.LessonCompleted lesson -> Optional.of(
                    new Standing(entry.tenant(), learner, course, lesson.progress(), false));
            case Fact.CourseFinished _ -> Optional.of(new Standing(entry.tenant(), learner, course, 100, true));
            default -> Optional.empty();
        };
    }

    Standing after(@Nullable Standing before) {
        return before == null
                ? this
                : new Standing(tenant, learner, course, Math.max(before.progress, progress),
                        before.finished || finished);
    }

    static Map<Key, Standing> of(Sql sql, List<Standing> said) throws SQLException {
        var found = new HashMap<Key, Standing>();
        sql.list("select p.* from care.progress p join (select distinct learner, course from"
                + " unnest(?::uuid[], ?::uuid[]) a (learner, course)) a using (learner, course)",
                row -> new Standing(new TenantId(row.getString("tenant")), Sql.id(row, "learner"),
                        Sql.id(row, "course"), row.getInt("progress"), row.getBoolean("finished")),
                Sql.ids(said, Standing::learner), Sql.ids(said, Standing::course))
                .forEach(each -> found.put(each.key(), each));
        return found;
    }

    static void save(Sql sql, List<Standing> all) throws SQLException {
        sql.update("""
            insert into care.progress (tenant, learner, course, progress, finished)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::int[], ?::bool[])
            on conflict (learner, course) do update set progress = excluded.progress, finished = excluded.finished
            where (progress.progress, progress.finished) <> (excluded.progress, excluded.finished)""",
                Sql.texts(all, each -> each.tenant().value()), Sql.ids(all, Standing::learner),
                Sql.ids(all, Standing::course), Sql.numbers(all, Standing::progress),
                Sql.flags(all, Standing::finished));
    }
}
