// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/**
 * What lists show of a file: the name, address and number that hold, over all files that were merged into it, and what
 * they are found by. Without a name the address
 * stands for it, masked as lists show addresses, and without that the key it was opened with. What an import
 * opened is hidden once the import was taken back and nothing else is left in it.
 */
final class ShownNames {
    private static final String ROOTS = """
        with roots as (select distinct coalesce(merged_into, id) as root from archive.learner
                where tenant = ? and id = any (?::uuid[])),
            parts as (select root, root as part from roots
                union all select p.merged_into, p.id from archive.learner p join roots on p.merged_into = roots.root),
            """ + Holding.HELD + """
            ,
            shown as (select root, max(value) filter (where field = 'name') as name,
                    max(value) filter (where field = 'email') as email,
                    max(value) filter (where field = 'phone') as phone,
                    coalesce(jsonb_object_agg(field, value) filter (where field is not null), '{}') as held
                from roots left join held using (root) group by root)
        """;
    private static final String SHOW = ROOTS + """
        update archive.learner l set name = coalesce(s.name,
                case when s.email ~ '^.+@' then regexp_replace(s.email, '^(.).*(@[^@]*)$', '\\1***\\2')
                    when s.email is not null then '***' end,
                (select k.subject from archive.identity_key k where k.learner in (select part from parts
                    where parts.root = l.id) order by k.source, k.subject limit 1), l.name), email = s.email, phone = s.phone,
            held = s.held, findable = true, hidden = l.withdrawn and s.held = '{}'
                and not exists (select from parts p where p.root = l.id and (
                    exists (select from archive.enrolment e where e.learner = p.part
                        and (e.stage <> 'LEFT' or e.last_activity is not null) offset 0)
                    or exists (select from archive.link k where k.person = p.part and k.linked offset 0)
                    or exists (select from archive.timeline t where t.learner = p.part
                        and t.source not like 'import:%' and t.kind <> all (?) offset 0)))
        from shown s where l.id = s.root""";
    /** What is told of a file without anybody having dealt with the person. */
    private static final String[] OURS = {"FellDue", "Exempted", "OwedAgain", "Rescheduled", "Merged", "Split",
            "KeptApart"};

    private ShownNames() {
    }

    /** Brings these files up to date, or those they were merged into. */
    static void refresh(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        if (!learners.isEmpty()) {
            sql.update(SHOW, tenant.value(), learners.toArray(UUID[]::new), OURS);
            SearchRows.refresh(sql, tenant, learners);
        }
    }
}
