// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Policy;
import org.huifang.persistence.Sql;

/** Rules as dated data: a tenant's own before the defaults. */
final class PolicyTable {
    private static final String ON = """
        select distinct on (name) name, value, valid_from, because, tenant <> '*' as own from archive.policy
        where tenant in (?, '*') and valid_from <= ? order by name, tenant = '*', valid_from desc""";
    private static final String SET = """
        insert into archive.policy (tenant, name, valid_from, value, because) values (?, ?, ?, ?, ?)
        on conflict (tenant, name, valid_from) do update set value = excluded.value, because = excluded.because""";

    private PolicyTable() {
    }

    static List<Policy> on(Sql sql, TenantId tenant, LocalDate day) throws SQLException {
        return sql.list(ON, row -> new Policy(row.getString("name"), row.getString("value"),
                row.getObject("valid_from", LocalDate.class), row.getString("because"), row.getBoolean("own")),
                tenant.value(), day);
    }

    /** What holds on a day, by name. */
    static Map<String, String> values(Sql sql, TenantId tenant, LocalDate day) throws SQLException {
        return on(sql, tenant, day).stream().collect(Collectors.toMap(Policy::name, Policy::value));
    }

    /** The purposes that the course contract covers. */
    static Set<String> contract(Map<String, String> policies) {
        return Set.copyOf(words(policies.getOrDefault(Policies.CONTRACT, "")));
    }

    static Optional<String> value(Sql sql, TenantId tenant, String name, LocalDate day) throws SQLException {
        return on(sql, tenant, day).stream().filter(policy -> policy.name().equals(name)).map(Policy::value)
                .findFirst();
    }

    static void set(Sql sql, TenantId tenant, Policy policy) throws SQLException {
        sql.update(SET, tenant.value(), policy.name(), policy.from(), policy.value(), policy.because());
    }

    /** The words of a list. */
    static List<String> words(String value) {
        return value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
    }
}
