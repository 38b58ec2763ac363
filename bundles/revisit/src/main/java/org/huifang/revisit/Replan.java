// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.Collection;
import org.huifang.persistence.Sql;

/** Whose contacts are to be planned anew. */
final class Replan {
    private static final String ASK = """
        insert into revisit.replan as r (tenant, person, at)
        select distinct on (o.person) o.tenant, o.person, '-infinity'::timestamptz
        from unnest(?::uuid[]) i (id)
        cross join lateral (select tenant, person from revisit.obligation where id = i.id offset 0) o
        order by o.person
        on conflict (person) do update set at = '-infinity'""";

    private Replan() {
    }

    /** What is owed to these has changed. */
    static void ask(Sql sql, Collection<Owed> rows) throws SQLException {
        sql.update(ASK, (Object) Sql.ids(rows, Owed::id));
    }
}
