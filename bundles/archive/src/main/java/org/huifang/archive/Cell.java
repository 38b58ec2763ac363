// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.persistence.Sql;

/**
 * One value that holds of one file, as quality sees it.
 *
 * @param conflict another source says otherwise, was not found wrong, and nobody has verified this since; or a check since it was
 * said last says otherwise
 * @param last when it was said or checked last, by whichever source
 */
record Cell(UUID file, String field, String value, boolean conflict, Instant last) {
    /** Of {@code archive.learner l}: a learner's file, or that of somebody in no course who stands behind nobody. */
    static final String COUNTED = """
        l.listed and (exists (select from archive.enrolment e join archive.learner p on p.id = e.learner
                where coalesce(p.merged_into, p.id) = l.id and e.role = 'LEARNER')
            or not exists (select from archive.enrolment e join archive.learner p on p.id = e.learner
                where coalesce(p.merged_into, p.id) = l.id)
            and not exists (select from archive.link k join archive.learner p on p.id = k.person
                where coalesce(p.merged_into, p.id) = l.id and k.linked))
        """;
    /** Takes the tenant and files; gives {@code files} and {@code cells}. Which value holds is said by {@link Holding}. */
    static final String OF = """
        with files as (select l.id as root from archive.learner l where l.tenant = ? and l.id = any (?::uuid[]) and
        """ + COUNTED + """
            ),
            parts as (select root, root as part from files
                union all select p.merged_into, p.id from archive.learner p join files f on p.merged_into = f.root),
            """ + Holding.HELD + """
            ,
            heard as (select h.root, h.field, h.value, h.same, h.author is not null as traceable,
                    max(s.since) filter (where s.same <> h.same and not s.wrong) as otherwise,
                    max(s.said) filter (where s.same = h.same) as said,
                    max(s.stated) filter (where s.same = h.same) as stated,
                    max(s.said) filter (where s.same = h.same and s.confidence = 'VERIFIED') as verified
                from held h join judged s using (root, field) group by 1, 2, 3, 4, 5),
            single as (select h.root, h.field, h.value, h.traceable,
                    coalesce(otherwise > coalesce(greatest(verified, found_right), '-infinity'), false)
                        or coalesce(found_wrong > greatest(stated, found_right), false) as conflict,
                    greatest(said, found_right) as last
                from heard h left join checks c using (root, field, same)),
            cells as (select * from single union all
                select root, 'contact', '', bool_and(traceable), false, max(last) from single
                where field in ('phone', 'email', 'wechat') group by root)
        """;

    static List<Cell> of(Sql sql, TenantId tenant, Collection<UUID> files) throws SQLException {
        return sql.list(OF + "select root, field, value, conflict, last from cells",
                row -> new Cell(Sql.id(row, "root"), row.getString("field"), row.getString("value"),
                        row.getBoolean("conflict"), Sql.instant(row, "last")),
                tenant.value(), files.toArray(UUID[]::new));
    }

    /** Whether quality looks at this file. */
    static boolean counted(Sql sql, TenantId tenant, UUID file) throws SQLException {
        return !sql.list("select 1 from archive.learner l where l.tenant = ? and l.id = ? and " + COUNTED,
                row -> row.getInt(1), tenant.value(), file).isEmpty();
    }

    boolean stale(FieldPolicy policy, Instant now) {
        Integer days = policy.maxAgeDays();
        return days != null && policy.need() != Need.NOT_NEEDED && last.isBefore(now.minus(Duration.ofDays(days)));
    }
}
