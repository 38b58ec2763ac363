// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.script.Chosen;
import org.huifang.api.script.Script;
import org.huifang.api.script.ScriptUse;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.Scripts;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which script a call follows, and which it followed. */
@Component
public final class StoredScripts implements Scripts {
    private final LiveScripts live;
    private final ScriptStore store;
    private final InstantSource clock;

    @Activate
    public StoredScripts(@Reference LiveScripts live, @Reference ScriptStore store, @Reference InstantSource clock) {
        this.live = live;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Script> script(TenantId tenant, String step, UUID course, String language) {
        return fitting(tenant, step, course).stream().findFirst().flatMap(version -> in(version, language));
    }

    @Override
    public Optional<Chosen> script(TenantId tenant, String step, UUID course, String language, UUID learner) {
        List<ScriptVersion> fitting = fitting(tenant, step, course);
        return fitting.stream().max(Comparator.comparingLong(version -> Lot.of(learner, version.script())))
                .flatMap(version -> in(version, language)
                        .map(script -> new Chosen(script, version.variant(), fitting.size())));
    }

    /** The variants of the script that fits best. */
    private List<ScriptVersion> fitting(TenantId tenant, String step, UUID course) {
        List<ScriptVersion> fitting = live.of(tenant).stream()
                .filter(version -> version.step().equals(step) || version.step().isEmpty())
                .filter(version -> version.course() == null || version.course().equals(course)).toList();
        int best = fitting.stream().mapToInt(StoredScripts::nearness).max().orElse(0);
        return fitting.stream().filter(version -> nearness(version) == best).toList();
    }

    private static int nearness(ScriptVersion version) {
        return (version.step().isEmpty() ? 0 : 2) + (version.course() == null ? 0 : 1);
    }

    private static Optional<Script> in(ScriptVersion version, String language) {
        return Language.nearest(version.languages(), language).map(version::in);
    }

    @Override
    public void used(TenantId tenant, UUID obligation, UUID learner, Chosen chosen) {
        Script script = chosen.script();
        store.of(tenant, sql -> sql.update("""
            insert into script.use (tenant, obligation, learner, script, version, variant, step, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, obligation) do update set script = excluded.script, version = excluded.version,
              variant = excluded.variant, step = excluded.step, at = excluded.at""", tenant.value(), obligation,
                learner, script.id(), script.version(), chosen.variant(), script.step(), clock.instant()));
    }

    @Override
    public List<ScriptUse> uses(TenantId tenant, String step) {
        return store.of(tenant, sql -> sql.list("""
            select script, version, variant, count(*) as calls, min(at) as since from script.use
            where tenant = ? and step = ? group by script, version, variant order by variant, script, version""",
                StoredScripts::use, tenant.value(), step));
    }

    private static ScriptUse use(java.sql.ResultSet row) throws java.sql.SQLException {
        @Nullable
        String variant = row.getString("variant");
        return new ScriptUse(Sql.id(row, "script"), row.getInt("version"), variant == null ? "" : variant,
                row.getLong("calls"), Sql.instant(row, "since"));
    }
}
