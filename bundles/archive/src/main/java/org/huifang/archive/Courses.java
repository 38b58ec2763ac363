// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Sql;

/** What courses are called and how long they last: of each, what was said last. */
final class Courses {
    private static final String DESCRIBE = """
        update archive.course c set
            title = case when say.title is not null and (say.at, say.title) >= (title_at, c.title) then say.title
                else c.title end,
            title_at = case when say.title is not null then greatest(title_at, say.at) else title_at end,
            starts = case when say.starts is not null and say.at >= starts_at then say.starts else c.starts end,
            starts_at = case when say.starts is not null then greatest(starts_at, say.at) else starts_at end,
            ends = case when say.ends is not null and say.at >= ends_at then say.ends else c.ends end,
            ends_at = case when say.ends is not null then greatest(ends_at, say.at) else ends_at end
        from (values (?::uuid, ?::text, ?::date, ?::date, ?::timestamptz)) as say (course, title, starts, ends, at)
        where c.id = say.course""";

    private static final String LIST = """
        select c.id, c.title, c.starts, c.ends, (select count(*) from archive.enrolment e
            where e.course = c.id and e.present and e.role = 'LEARNER') as learners
        from archive.course c where c.tenant = ?""";

    private Courses() {
    }

    static void describe(Sql sql, List<Entry> entries) throws SQLException {
        List<Entry> told = entries.stream().filter(entry -> entry.fact() instanceof Fact.CourseDescribed)
                .sorted(Comparator.comparing(Entry::course).thenComparing(Entry::at)).toList();
        for (Entry entry : told) {
            if (entry.fact() instanceof Fact.CourseDescribed said) {
                sql.update(DESCRIBE, entry.course(), said.title(), said.start(), said.end(), entry.at());
            }
        }
    }

    static List<Course> all(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(LIST + " order by c.title, c.id", Courses::course, tenant.value());
    }

    static List<Course> one(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.list(LIST + " and c.id = ?", Courses::course, tenant.value(), id);
    }

    private static Course course(ResultSet row) throws SQLException {
        return new Course(Sql.id(row, "id"), row.getString("title"), row.getObject("starts", LocalDate.class),
                row.getObject("ends", LocalDate.class), row.getInt("learners"));
    }
}
