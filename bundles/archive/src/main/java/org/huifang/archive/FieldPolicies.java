// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FileQuality;
import org.huifang.persistence.Sql;

/** What is wanted of files: a tenant's own rules before the defaults. */
final class FieldPolicies {
    private static final int OLDEST = 3_650;
    private static final String ALL = """
        select * from (select distinct on (field) field, need, max_days, place from archive.field_policy
            where tenant in (?, '*') order by field, tenant = '*') as policy order by place, field""";
    private static final String SET = """
        insert into archive.field_policy (tenant, field, need, max_days, place) values (?, ?, ?, ?::integer, ?)
        on conflict (tenant, field) do update
            set need = excluded.need, max_days = excluded.max_days, place = excluded.place""";

    private FieldPolicies() {
    }

    static List<FieldPolicy> all(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(ALL, FieldPolicies::read, tenant.value());
    }

    static FieldPolicy read(ResultSet row) throws SQLException {
        return new FieldPolicy(row.getString("field"), Need.valueOf(row.getString("need")),
                row.getObject("max_days", Integer.class), row.getInt("place"));
    }

    /** What is never asked for does not grow old. */
    static FieldPolicy checked(FieldPolicy policy) {
        Integer days = policy.need() == Need.NOT_NEEDED ? null : policy.maxAgeDays();
        if (!policy.field().equals(FileQuality.CONTACT) && Field.of(policy.field()).isEmpty()) {
            throw new IllegalArgumentException("a file has no field named " + policy.field());
        }
        if (days != null && (days < 1 || days > OLDEST)) {
            throw new IllegalArgumentException("an age is 1 to " + OLDEST + " days");
        }
        return new FieldPolicy(policy.field(), policy.need(), days, policy.place());
    }

    static void set(Sql sql, TenantId tenant, FieldPolicy policy) throws SQLException {
        sql.update(SET, tenant.value(), policy.field(), policy.need().name(), policy.maxAgeDays(), policy.place());
    }
}
