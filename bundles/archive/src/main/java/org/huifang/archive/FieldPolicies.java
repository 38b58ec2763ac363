// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FileQuality;
import org.huifang.persistence.Sql;

/** What is wanted of files: a tenant's own rules before the defaults. */
final class FieldPolicies {
    private static final int OLDEST = 3_650;
    private static final int LONGEST_TYPE = 60;
    private static final String ALL = """
        select * from (select distinct on (field, type) field, type, need, max_days, place from archive.field_policy
            where tenant in (?, '*') order by field, type, tenant = '*') as policy
        order by min(place) filter (where type = '') over (partition by field), field, type""";
    private static final String SET = """
        insert into archive.field_policy (tenant, field, type, need, max_days, place) values (?, ?, ?, ?, ?::integer, ?)
        on conflict (tenant, field, type) do update
            set need = excluded.need, max_days = excluded.max_days, place = excluded.place""";

    private FieldPolicies() {
    }

    static List<FieldPolicy> all(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(ALL, FieldPolicies::read, tenant.value());
    }

    static FieldPolicy read(ResultSet row) throws SQLException {
        return new FieldPolicy(row.getString("field"), Need.valueOf(row.getString("need")),
                row.getObject("max_days", Integer.class), row.getInt("place"), row.getString("type"));
    }

    /** What holds for whoever wears these tags, of every field, in the order of what changes a decision first. */
    static List<FieldPolicy> of(List<FieldPolicy> all, Set<String> tags) {
        var own = new LinkedHashMap<String, FieldPolicy>();
        for (FieldPolicy policy : all.stream().sorted(Comparator.comparing(FieldPolicy::type)).toList()) {
            if (policy.type().isEmpty() || tags.contains(policy.type())) {
                // what holds for all comes first
                own.merge(policy.field(), policy, (before, after) -> before.type().isEmpty() ? after : before);
            }
        }
        return own.values().stream().sorted(Comparator.comparing(FieldPolicy::place).thenComparing(FieldPolicy::field))
                .toList();
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
        if (policy.type().length() > LONGEST_TYPE) {
            throw new IllegalArgumentException("a type has at most " + LONGEST_TYPE + " characters");
        }
        return new FieldPolicy(policy.field(), policy.need(), days, policy.place(),
                Text.storable(policy.type().strip()));
    }

    static void set(Sql sql, TenantId tenant, FieldPolicy policy) throws SQLException {
        sql.update(SET, tenant.value(), policy.field(), policy.type(), policy.need().name(), policy.maxAgeDays(),
                policy.place());
    }

    /** What holds for all stays. */
    static void drop(Sql sql, TenantId tenant, String field, String type) throws SQLException {
        sql.update("delete from archive.field_policy where tenant = ? and field = ? and type = ? and type <> ''",
                tenant.value(), field, type);
    }
}
