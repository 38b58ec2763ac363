// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.persistence.Sql;

/** The plans of a tenant that hold, and where steps are kept. */
final class LivePlans {
    private static final String LIVE = """
        select plan, version, course, tag, case when isfinite(published) then published end as published, past, past_days
        from revisit.plan_version where tenant = ? and status = 'LIVE' order by plan""";

    private static final String STEPS = """
        select s.* from revisit.step s join revisit.plan_version v on v.plan = s.plan and v.version = s.version
        where v.tenant = ? and v.status = 'LIVE' order by s.plan, s.position""";

    /** A step that some version in between did not have was introduced anew by the next that has it. */
    private static final String INTRODUCED = """
        select s.plan, s.code, min(case when isfinite(v.published) then v.published else 'epoch' end) as since
        from revisit.step s join revisit.plan_version v on v.plan = s.plan and v.version = s.version
        where v.tenant = ? and v.published is not null and not exists (
            select from revisit.plan_version w where w.plan = v.plan and w.version > v.version
                and w.published is not null and not exists (
                    select from revisit.step x where x.plan = w.plan and x.version = w.version and x.code = s.code))
        group by s.plan, s.code""";

    private static final String BEGIN = """
        insert into revisit.plan_version (tenant, plan, version, name, status, published)
        select ?, md5('plan:' || ?)::uuid, 1, '', 'LIVE', ?
        where not exists (select from revisit.plan_version where tenant = ?) on conflict do nothing""";

    private static final String ADD = """
        insert into revisit.step (tenant, plan, version, position, code, name, kind, anchor, value, opens_after,
            due_after, minutes, notice, skill) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private LivePlans() {
    }

    /** The plans as they hold; a tenant seen for the first time begins with the default one. */
    static List<LivePlan> of(Sql sql, TenantId tenant, Instant now) throws SQLException {
        List<LivePlan> plans = load(sql, tenant);
        String name = tenant.value();
        if (!plans.isEmpty() || sql.update(BEGIN, name, name, now, name) == 0) {
            return plans;
        }
        UUID plan = sql.list("select plan from revisit.plan_version where tenant = ?", row -> Sql.id(row, "plan"), name)
                .getFirst();
        addSteps(sql, tenant, plan, 1, DefaultPlan.STEPS);
        return load(sql, tenant);
    }

    static void addSteps(Sql sql, TenantId tenant, UUID plan, int version, List<PlannedStep> steps)
            throws SQLException {
        for (PlannedStep step : steps) {
            sql.update(ADD, tenant.value(), plan, version, steps.indexOf(step), step.code(), step.name(),
                    step.kind().name(), step.anchor().name(), step.value(), step.opensAfter(), step.dueAfter(),
                    step.minutes(), step.notice(), step.skill());
        }
    }

    static List<LivePlan> load(Sql sql, TenantId tenant) throws SQLException {
        Map<UUID, List<PlannedStep>> steps = new LinkedHashMap<>();
        sql.list(STEPS, row -> steps.computeIfAbsent(Sql.id(row, "plan"), plan -> new ArrayList<>()).add(step(row)),
                tenant.value());
        Map<UUID, Map<String, Instant>> introduced = new HashMap<>();
        sql.list(INTRODUCED, row -> introduced.computeIfAbsent(Sql.id(row, "plan"), plan -> new HashMap<>())
                .put(row.getString("code"), Sql.instant(row, "since")), tenant.value());
        return sql.list(LIVE, row -> {
            UUID plan = Sql.id(row, "plan");
            Instant published = Sql.time(row, "published");
            return new LivePlan(plan, row.getInt("version"), row.getObject("course", UUID.class), row.getString("tag"),
                    List.copyOf(steps.getOrDefault(plan, List.of())), published == null ? Instant.EPOCH : published,
                    introduced.getOrDefault(plan, Map.of()),
                    new PastSteps(PastSteps.How.valueOf(row.getString("past")), row.getInt("past_days")));
        }, tenant.value());
    }

    static PlannedStep step(ResultSet row) throws SQLException {
        return new PlannedStep(row.getString("code"), row.getString("name"), Kind.valueOf(row.getString("kind")),
                Anchor.valueOf(row.getString("anchor")), row.getInt("value"), row.getInt("opens_after"),
                row.getInt("due_after"), row.getInt("minutes"), row.getBoolean("notice"),
                row.getString("skill"));
    }
}
