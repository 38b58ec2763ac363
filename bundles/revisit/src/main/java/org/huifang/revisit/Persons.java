// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/** Whose file the obligations of a learner belong to, since files are merged and split. */
final class Persons {
    private static final String MOVED = """
        insert into revisit.replan (tenant, person, at)
        with i as (select * from unnest(?::text[], ?::uuid[]) i (tenant, id))
        select distinct on (person) tenant, person, '-infinity'::timestamptz from (
            select tenant, id as person from i
            union all select o.tenant, o.person from i cross join lateral (select tenant, person from revisit.obligation
                where tenant = i.tenant and learner = i.id and state in ('SCHEDULED', 'DUE') offset 0) o
            union all select tenant, person from revisit.obligation
                where person in (select id from i) and state in ('SCHEDULED', 'DUE')) o
        order by person on conflict (person) do update set at = '-infinity'""";

    private static final String CHANGED = """
        insert into revisit.replan (tenant, person, at)
        select distinct on (o.person) o.tenant, o.person, '-infinity'::timestamptz
        from unnest(?::text[], ?::uuid[]) i (tenant, id)
        cross join lateral (select tenant, person from revisit.obligation
            where tenant = i.tenant and learner = i.id and state in ('SCHEDULED', 'DUE') offset 0) o
        order by o.person on conflict (person) do update set at = '-infinity'""";

    /** That nobody took a message says nothing about another address. */
    private static final String TAKEN_AGAIN = """
        update revisit.obligation o set refused = 0 from (select o.id from unnest(?::text[], ?::uuid[]) i (tenant, id)
            cross join lateral (select id from revisit.obligation where tenant = i.tenant and learner = i.id
                and state in ('SCHEDULED', 'DUE') and refused > 0 offset 0) o
            order by o.id) mine
        where o.id = mine.id""";

    /** After those whose plan is known to be wrong, and in the queue meanwhile: most say what is known already. */
    private static final String INTRODUCED = """
        insert into revisit.replan as r (tenant, person, at)
        select distinct on (o.person) o.tenant, o.person, 'epoch'::timestamptz
        from unnest(?::text[], ?::uuid[]) i (tenant, id)
        cross join lateral (select tenant, person from revisit.obligation
            where tenant = i.tenant and learner = i.id and state in ('SCHEDULED', 'DUE') offset 0) o
        order by o.person on conflict (person) do update set at = least(r.at, excluded.at)""";

    private Persons() {
    }

    /** How, when or for what they may be contacted has changed. */
    static void changed(Sql sql, Map<UUID, TenantId> learners) throws SQLException {
        update(sql, TAKEN_AGAIN, learners);
        update(sql, CHANGED, learners);
    }

    /** A platform said who they are, as it does with every launch. */
    static void introduced(Sql sql, Map<UUID, TenantId> learners) throws SQLException {
        update(sql, INTRODUCED, learners);
    }

    /** Files have become one, or come apart: who belongs to whom is asked for when their contacts are planned anew. */
    static void moved(Sql sql, Map<UUID, TenantId> files) throws SQLException {
        update(sql, MOVED, files);
    }

    /** With the tenant, as keys begin with it: by the learner alone all would be read. */
    private static void update(Sql sql, String statement, Map<UUID, TenantId> learners) throws SQLException {
        if (!learners.isEmpty()) {
            sql.update(statement, Sql.texts(learners.values(), TenantId::value),
                    learners.keySet().toArray(UUID[]::new));
        }
    }
}
