// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;

/** The steps of a tenant's plan. */
final class Plan {
    private static final String LOAD = """
        select code, kind, anchor, opens_after, due_after from revisit.plan_step where tenant = ? order by position""";

    private static final String ADD = """
        insert into revisit.plan_step (tenant, position, code, kind, anchor, opens_after, due_after)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private Plan() {
    }

    /** The plan as it stands; a tenant seen for the first time gets the default one. */
    static List<Step> of(Sql sql, TenantId tenant) throws SQLException {
        List<Step> steps = load(sql, tenant);
        if (!steps.isEmpty()) {
            return steps;
        }
        for (Step step : Step.DEFAULT_PLAN) {
            sql.update(ADD, tenant.value(), Step.DEFAULT_PLAN.indexOf(step), step.code(), step.kind().name(),
                    step.anchor().name(), step.opensAfter(), step.dueAfter());
        }
        return load(sql, tenant);
    }

    private static List<Step> load(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(LOAD, Plan::step, tenant.value());
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(row.getString("code"), Kind.valueOf(row.getString("kind")),
                Anchor.valueOf(row.getString("anchor")), row.getInt("opens_after"), row.getInt("due_after"));
    }
}
