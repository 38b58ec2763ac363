// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/**
 * What lists show of a file: the name, address and number that hold, by the ranking of sources, over all files that were
 * merged into it, and what they are found by. Without a name the address stands for it, and without that the key it was opened with.
 */
final class ShownNames {
    private static final String ROOTS = """
        with roots as (select distinct coalesce(merged_into, id) as root from archive.learner
                where tenant = ? and id = any (?::uuid[])),
            parts as (select root, root as part from roots
                union all select p.merged_into, p.id from archive.learner p join roots on p.merged_into = roots.root),
            -- lateral, for a table without statistics yet: a planner that takes it for empty would read all of it for each
            said as materialized (select parts.root, v.* from parts cross join lateral (
                select field, value, source, since, id from archive.identity_value v
                where v.learner = parts.part and v.superseded is null and v.value <> '' offset 0) v),
            -- asked once for each source, for asking is dear
            ranks as materialized (select source, archive.rank(?, source) as rank
                from (select distinct source from said) s),
            held as (select distinct on (root, field) root, field, value from said join ranks using (source)
                order by root, field, rank, since desc, source, value collate "C", id),
            shown as (select root, max(value) filter (where field = 'name') as name,
                    max(value) filter (where field = 'email') as email,
                    max(value) filter (where field = 'phone') as phone,
                    coalesce(jsonb_object_agg(field, value) filter (where field is not null), '{}') as held
                from roots left join held using (root) group by root)
        """;
    private static final String SHOW = ROOTS + """
        update archive.learner l set name = coalesce(s.name, s.email,
                (select k.subject from archive.identity_key k where k.learner in (select part from parts
                    where parts.root = l.id) order by k.source, k.subject limit 1), l.name), email = s.email, phone = s.phone,
            held = s.held, findable = true, hidden = l.withdrawn and s.name is null and s.email is null and s.phone is null
                and not exists (select from archive.enrolment e where e.learner = l.id
                    and (e.stage <> 'LEFT' or e.last_activity is not null))
        from shown s where l.id = s.root""";

    private ShownNames() {
    }

    /** Brings these files up to date, or those they were merged into. */
    static void refresh(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        if (!learners.isEmpty()) {
            sql.update(SHOW, tenant.value(), learners.toArray(UUID[]::new), tenant.value());
            SearchRows.refresh(sql, tenant, learners);
        }
    }
}
