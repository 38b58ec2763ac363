// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Likeness;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Files that have an address or a number in common, for people to decide whether they are one person's. */
final class Likenesses {
    /** What more than five files share is a school's or a placeholder, and tells nothing. */
    private static final String NOTICE = """
        insert into archive.likeness (tenant, one, other, field)
        select distinct on (1, 2, 3) v.tenant, least(v.learner, o.learner), greatest(v.learner, o.learner), v.field
        from archive.identity_value v cross join lateral (select o.learner from archive.identity_value o
            where o.tenant = v.tenant and o.field = v.field and o.norm = v.norm and o.superseded is null
                and o.learner <> v.learner offset 0) o
        where v.learner = any (?::uuid[]) and v.superseded is null and v.norm is not null
            and (select count(*) from (select from archive.identity_value c where c.tenant = v.tenant
                and c.field = v.field and c.norm = v.norm and c.superseded is null limit 6) c) <= 5
        order by 1, 2, 3, 4 on conflict do nothing""";
    /** What they had in common may have been corrected since. */
    private static final String OPEN = """
        from archive.likeness k join archive.learner one on one.id = k.one join archive.learner other on other.id = k.other
            join archive.learner a on a.id = coalesce(one.merged_into, one.id)
            join archive.learner b on b.id = coalesce(other.merged_into, other.id)
        where k.tenant = ? and not k.apart and a.id <> b.id and a.listed and b.listed
            and exists (select from archive.identity_value v join archive.identity_value o
                    on (o.tenant, o.field, o.norm) = (v.tenant, v.field, v.norm) and o.superseded is null
                where v.learner = k.one and o.learner = k.other and v.superseded is null and v.norm is not null)""";

    private static final int MOST_COUNTED = 1_000;
    private static final String COLUMNS = """
        select k.id, a.id as a_id, a.name as a_name, b.id as b_id, b.name as b_name, k.field, k.noticed
        """;

    private Likenesses() {
    }

    static void notice(Sql sql, Collection<UUID> learners) throws SQLException {
        if (!learners.isEmpty()) {
            sql.update(NOTICE, (Object) learners.toArray(UUID[]::new));
        }
    }

    static Page<Likeness> open(Sql sql, TenantId tenant, @Nullable String after, int limit) throws SQLException {
        record Row(long id, Likeness likeness) {}
        var text = new StringBuilder(COLUMNS + OPEN);
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        if (after != null) {
            text.append(" and k.id < ?");
            parameters.add(Long.valueOf(after));
        }
        parameters.add(Pages.checked(limit) + 1);
        List<Row> rows = sql.list(text + " order by k.id desc limit ?",
                row -> new Row(row.getLong("id"), likeness(row)), parameters.toArray());
        Page<Row> page = Pages.of(rows, limit, row -> Long.toString(row.id()));
        return new Page<>(page.items().stream().map(Row::likeness).toList(), page.next());
    }

    /** @param learner a file's own id */
    static List<Likeness> of(Sql sql, TenantId tenant, UUID learner) throws SQLException {
        return sql.list(COLUMNS + OPEN
                + " and (k.one in (select id from archive.learner where id = ? or merged_into = ?)"
                + " or k.other in (select id from archive.learner where id = ? or merged_into = ?)) order by k.id desc",
                Likenesses::likeness, tenant.value(), learner, learner, learner, learner);
    }

    static long count(Sql sql, TenantId tenant) throws SQLException {
        return sql.list("select count(*) from (select " + OPEN + " limit " + (MOST_COUNTED + 1) + ") k",
                row -> row.getLong(1), tenant.value()).getFirst();
    }

    private static Likeness likeness(ResultSet row) throws SQLException {
        String one = row.getString("a_name");
        String other = row.getString("b_name");
        return new Likeness(Sql.id(row, "a_id"), one, Sql.id(row, "b_id"), other, row.getString("field"),
                Names.same(one, other), Sql.instant(row, "noticed"));
    }
}
