// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Where a list says otherwise than the archive was told last, in the order of ids. */
final class RosterNews {
    /** @param told null when the archive has not heard of it */
    record OfCourse(String id, long line, String title, String code, @Nullable LocalDate begins,
            @Nullable LocalDate ends, @Nullable String told, String wanted, @Nullable CourseKey key) {}

    /** @param content the values by field, as {@link Staged} writes them */
    record OfPerson(String id, long line, String content, String said) {}

    /** A person in a course. */
    record Place(String person, CourseKey course, String title) {}

    /**
     * Who belongs somewhere else, or as something else, than was told.
     *
     * @param told null when the archive has not heard of it; else the role and the place, or empty for none
     * @param former where the archive has them, or null
     * @param place where they belong now, or null
     * @param role what they are there
     */
    record OfEnrolment(String id, long line, @Nullable String told, String wanted, @Nullable Place former,
            @Nullable Place place, String role, @Nullable LocalDate begins) {}

    private static final String COURSES = """
        select c.id, coalesce(s.line, 0) as line, n.title, c.second as code, t.begins, t.ends, c.told, n.wanted,
          c.key_source, c.key_context
        from intake.roster_live c
        left join intake.roster_live k on k.tenant = c.tenant and k.list = c.list and k.kind = 'SUBJECT' and k.id = c.first
        left join intake.roster_staged s on s.run = ? and s.kind = 'CLASS' and s.id = c.id
        left join lateral (select min(t.begins) as begins, max(t.ends) as ends from intake.roster_live t
          where t.tenant = c.tenant and t.list = c.list and t.kind = 'TERM' and t.live
            and t.id = any (string_to_array(c.word, ','))) t on true
        cross join lateral (select coalesce(nullif(c.title, ''), nullif(k.title, ''), c.id) as title) m
        cross join lateral (select m.title, md5(concat_ws('|', m.title, t.begins, '/', t.ends)) as wanted) n
        where c.tenant = ? and c.list = ? and c.kind = 'CLASS' and c.id > ? and c.live and coalesce(k.live, true)
          and c.told is distinct from n.wanted order by c.id limit ?""";
    /** Relatives and administrators come in only as members of a class. */
    static final String OUTSIDE = """
        (coalesce((select bool_and(q.role = any ('{guardian,parent,relative,administrator,districtAdministrator,siteAdministrator,systemAdministrator}'))
          from (select unnest(string_to_array(nullif(u.word, ''), ',')) as role union all
            select r.word from intake.roster_live r where r.tenant = u.tenant and r.list = u.list and r.kind = 'ROLE'
              and r.first = u.id and r.live) q), false)
          and not exists (select 1 from intake.roster_record e where e.tenant = u.tenant and e.list = u.list
            and e.kind = 'ENROLMENT' and e.second = u.id and e.active))""";
    private static final String PEOPLE = """
        select u.id, coalesce(s.line, 0) as line, u.content, u.said from intake.roster_live u
        left join intake.roster_staged s on s.run = ? and s.kind = 'USER' and s.id = u.id
        where u.tenant = ? and u.list = ? and u.kind = 'USER' and u.id > ? and u.live and u.content is not null
          and u.told is distinct from u.said and not""" + OUTSIDE + " order by u.id limit ?";
    private static final String PLACES = """
        select e.id, coalesce(s.line, 0) as line, e.second as person, c.key_source, c.key_context, c.title, e.begins,
          e.told, n.wanted, e.word, split_part(e.told, chr(31), 3) as former_person, o.key_source as former_source,
          o.key_context as former_context, o.title as former_title
        from intake.roster_live e
        left join intake.roster_live c on c.tenant = e.tenant and c.list = e.list and c.kind = 'CLASS' and c.id = e.first
        left join intake.roster_record o on o.tenant = e.tenant and o.list = e.list and o.kind = 'CLASS'
          and o.id = split_part(e.told, chr(31), 2)
        left join intake.roster_live k on k.tenant = c.tenant and k.list = c.list and k.kind = 'SUBJECT' and k.id = c.first
        left join intake.roster_live u on u.tenant = e.tenant and u.list = e.list and u.kind = 'USER' and u.id = e.second
        left join intake.roster_staged s on s.run = ? and s.kind = 'ENROLMENT' and s.id = e.id
        cross join lateral (select case when e.live and c.live and coalesce(k.live, true) and u.live
          and u.told is not null and c.key_source is not null and (e.ends is null or e.ends >= ?)
          then concat_ws(chr(31), e.word, e.first, e.second) else '' end as wanted) n
        where e.tenant = ? and e.list = ? and e.kind = 'ENROLMENT' and e.id > ? and coalesce(e.told, '') <> n.wanted
        order by e.id limit ?""";

    private RosterNews() {
    }

    static List<OfCourse> courses(Sql sql, TenantId tenant, UUID run, String list, String after, int limit)
            throws SQLException {
        return sql.list(COURSES, row -> new OfCourse(row.getString("id"), row.getLong("line"), row.getString("title"),
                row.getString("code"), row.getObject("begins", LocalDate.class), row.getObject("ends", LocalDate.class),
                row.getString("told"), row.getString("wanted"), key(row)), run, tenant.value(), list, after, limit);
    }

    static List<OfPerson> people(Sql sql, TenantId tenant, UUID run, String list, String after, int limit)
            throws SQLException {
        return sql.list(PEOPLE, row -> new OfPerson(row.getString("id"), row.getLong("line"),
                row.getString("content"), row.getString("said")), run, tenant.value(), list, after, limit);
    }

    static List<OfEnrolment> places(Sql sql, TenantId tenant, UUID run, String list, String after, LocalDate today,
            int limit) throws SQLException {
        return sql.list(PLACES,
                row -> new OfEnrolment(row.getString("id"), row.getLong("line"), row.getString("told"),
                        row.getString("wanted"), place(row, "former_"),
                        row.getString("wanted").isEmpty() ? null : place(row, ""), row.getString("word"),
                        row.getObject("begins", LocalDate.class)),
                run, today, tenant.value(), list, after, limit);
    }

    private static @Nullable Place place(ResultSet row, String which) throws SQLException {
        String source = row.getString(which.isEmpty() ? "key_source" : which + "source");
        return source == null
                ? null
                : new Place(row.getString(which + "person"),
                        new CourseKey(source, row.getString(which.isEmpty() ? "key_context" : which + "context")),
                        row.getString(which + "title"));
    }

    private static @Nullable CourseKey key(ResultSet row) throws SQLException {
        String source = row.getString("key_source");
        return source == null ? null : new CourseKey(source, row.getString("key_context"));
    }
}
