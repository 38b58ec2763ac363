// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.persistence.Sql;

/** First and last days of courses: of each, what was said last. */
final class Courses {
    private static final String DESCRIBE = """
        insert into revisit.course as c (tenant, id, starts, starts_at, ends, ends_at)
        select tenant, id, starts, case when starts is null then '-infinity' else at end,
            ends, case when ends is null then '-infinity' else at end
        from (values (?::text, ?::uuid, ?::date, ?::date, ?::timestamptz)) as say (tenant, id, starts, ends, at)
        on conflict (id) do update set
            starts = case when excluded.starts_at >= c.starts_at then excluded.starts else c.starts end,
            starts_at = greatest(c.starts_at, excluded.starts_at),
            ends = case when excluded.ends_at >= c.ends_at then excluded.ends else c.ends end,
            ends_at = greatest(c.ends_at, excluded.ends_at)""";

    private static final String LOAD = "select id, starts, ends, exam from revisit.course where id = any (?::uuid[])";

    private static final String EXAM = """
        insert into revisit.course as c (tenant, id, exam, exam_at) values (?, ?, ?, ?)
        on conflict (id) do update set exam = excluded.exam, exam_at = excluded.exam_at
        where excluded.exam_at >= c.exam_at""";

    private Courses() {
    }

    static void describe(Sql sql, TimelineEntry entry, Fact.CourseDescribed said) throws SQLException {
        if (said.start() != null || said.end() != null) {
            sql.update(DESCRIBE, entry.tenant().value(), entry.course(), said.start(), said.end(), said.at());
        }
    }

    static void exam(Sql sql, TimelineEntry entry, Fact.ExamSet said) throws SQLException {
        sql.update(EXAM, entry.tenant().value(), entry.course(), said.day(), said.at());
    }

    static Map<UUID, CourseDates> load(Sql sql, Set<UUID> courses) throws SQLException {
        var dates = new HashMap<UUID, CourseDates>();
        sql.list(LOAD, row -> dates.put(Sql.id(row, "id"), new CourseDates(row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class), row.getObject("exam", LocalDate.class))),
                (Object) courses.toArray(UUID[]::new));
        return dates;
    }
}
