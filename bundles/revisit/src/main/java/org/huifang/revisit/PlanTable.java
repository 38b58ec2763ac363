// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** The table of plans and their versions. */
final class PlanTable {
    private static final String VERSIONS = """
        select plan, version, name, course, tag, status, case when isfinite(published) then published end as published, by,
            note
        from revisit.plan_version where tenant = ? and (?::uuid is null or plan = ?) order by plan, version desc""";

    private static final String STEPS = """
        select * from revisit.step where tenant = ? and (?::uuid is null or plan = ?) order by plan, version, position""";

    private static final String DRAFT = """
        insert into revisit.plan_version (tenant, plan, version, name, course, tag, status, note)
        values (?, ?, ?, ?, ?, ?, 'DRAFT', ?)
        on conflict (plan, version) do update set name = excluded.name, course = excluded.course, tag = excluded.tag,
            note = excluded.note where plan_version.status = 'DRAFT'""";

    private PlanTable() {
    }

    /** All versions of a plan, or of all plans; newest first. */
    static List<PlanVersion> versions(Sql sql, TenantId tenant, @Nullable UUID plan) throws SQLException {
        Map<String, List<PlannedStep>> steps = new LinkedHashMap<>();
        sql.list(STEPS, row -> steps.computeIfAbsent(row.getString("plan") + row.getInt("version"),
                k -> new ArrayList<>()).add(LivePlans.step(row)), tenant.value(), plan, plan);
        return sql.list(VERSIONS, row -> version(row, steps), tenant.value(), plan, plan);
    }

    /** As {@link #versions}; nobody else publishes or changes any until the transaction is over. */
    static List<PlanVersion> locked(Sql sql, TenantId tenant, UUID plan) throws SQLException {
        sql.list("select 1 from revisit.plan_version where tenant = ? and plan = ? order by version for update",
                row -> row.getInt(1), tenant.value(), plan);
        return versions(sql, tenant, plan);
    }

    /** Whether nobody publishes or changes it now; nobody else does until the transaction is over. Does not wait. */
    static boolean free(Sql sql, TenantId tenant, PlanVersion draft) throws SQLException {
        return !sql.list("select 1 from revisit.plan_version where tenant = ? and plan = ? and version = ?"
                + " for update skip locked", row -> row.getInt(1), tenant.value(), draft.plan(), draft.version())
                .isEmpty();
    }

    private static PlanVersion version(ResultSet row, Map<String, List<PlannedStep>> steps) throws SQLException {
        return new PlanVersion(Sql.id(row, "plan"), row.getInt("version"), row.getString("name"),
                row.getObject("course", UUID.class), row.getString("tag"),
                PlanVersion.Status.valueOf(row.getString("status")),
                steps.getOrDefault(row.getString("plan") + row.getInt("version"), List.of()),
                Sql.time(row, "published"), row.getObject("by", UUID.class), row.getString("note"));
    }

    static void saveDraft(Sql sql, TenantId tenant, PlanVersion draft) throws SQLException {
        int saved = sql.update(DRAFT, tenant.value(), draft.plan(), draft.version(), Sql.storable(draft.name()),
                draft.course(), draft.tag(), Sql.storable(draft.note()));
        if (saved == 0) {
            throw new IllegalArgumentException("this version is published; it never changes");
        }
        sql.update("delete from revisit.step where plan = ? and version = ?", draft.plan(), draft.version());
        LivePlans.addSteps(sql, tenant, draft.plan(), draft.version(), draft.steps());
    }

    static void dropDraft(Sql sql, TenantId tenant, UUID plan) throws SQLException {
        sql.update("delete from revisit.plan_version where tenant = ? and plan = ? and status = 'DRAFT'",
                tenant.value(), plan);
    }
}
