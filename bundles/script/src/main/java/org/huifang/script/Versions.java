// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Versions and what happened to them, as they stand in the database, in one transaction of one tenant. */
final class Versions {
    private static final String SELECT = """
        select v.*, s.step, s.course, s.variant from script.version v
        join script.script s on s.tenant = v.tenant and s.id = v.script where v.tenant = ?""";

    private final Sql sql;
    private final String tenant;

    Versions(Sql sql, TenantId tenant) {
        this.sql = sql;
        this.tenant = tenant.value();
    }

    List<ScriptVersion> live() throws SQLException {
        return sql.list(SELECT + " and v.status = 'LIVE' order by s.variant, s.id", Versions::read, tenant);
    }

    List<ScriptVersion> newestAndLive() throws SQLException {
        return sql.list(SELECT + """
             and (v.status = 'LIVE' or v.version = (select max(o.version) from script.version o
               where o.tenant = v.tenant and o.script = v.script))
            order by s.step, s.course nulls first, s.variant, s.id, v.version desc""", Versions::read, tenant);
    }

    List<ScriptVersion> of(UUID script) throws SQLException {
        return sql.list(SELECT + " and v.script = ? order by v.version desc", Versions::read, tenant, script);
    }

    /** The version, kept from being changed by anybody else until the transaction ends. */
    Optional<ScriptVersion> lock(UUID script, int version) throws SQLException {
        sql.list("select 1 from script.script where tenant = ? and id = ? for update", row -> 1, tenant, script);
        return sql.list(SELECT + " and v.script = ? and v.version = ?", Versions::read, tenant, script, version)
                .stream().findFirst();
    }

    /** The newest version of a script, locked likewise. */
    Optional<ScriptVersion> lockNewest(UUID script) throws SQLException {
        sql.list("select 1 from script.script where tenant = ? and id = ? for update", row -> 1, tenant, script);
        return of(script).stream().findFirst();
    }

    boolean addScript(UUID id, String step, @Nullable UUID course, String variant) throws SQLException {
        return sql.update("""
            insert into script.script (tenant, id, step, course, variant) values (?, ?, ?, ?, ?)
            on conflict do nothing""", tenant, id, step, course, variant) > 0;
    }

    void removeScript(UUID id) throws SQLException {
        sql.update("delete from script.script where tenant = ? and id = ?", tenant, id);
    }

    void add(ScriptVersion version) throws SQLException {
        sql.update("""
            insert into script.version (tenant, script, version, name, status, nodes, edition, authors, changed)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""", tenant, version.script(), version.version(), version.name(),
                version.status().name(), NodeJson.write(version.nodes()), version.edition(),
                version.authors().toArray(UUID[]::new), version.changed());
    }

    /** Keeps a draft if it is still one, and still of this edition. */
    boolean keep(ScriptVersion draft, UUID by, Instant now) throws SQLException {
        return sql.update("""
            update script.version set name = ?, nodes = ?::jsonb, edition = edition + 1, changed = ?,
              authors = case when ? = any (authors) then authors else array_append(authors, ?) end
            where tenant = ? and script = ? and version = ? and edition = ? and status = 'DRAFT'""", draft.name(),
                NodeJson.write(draft.nodes()), now, by, by, tenant, draft.script(), draft.version(),
                draft.edition()) > 0;
    }

    void remove(UUID script, int version) throws SQLException {
        sql.update("delete from script.version where tenant = ? and script = ? and version = ?", tenant, script,
                version);
        sql.update("delete from script.event where tenant = ? and script = ? and version = ?", tenant, script, version);
    }

    void status(UUID script, int version, Status status) throws SQLException {
        sql.update("update script.version set status = ? where tenant = ? and script = ? and version = ?",
                status.name(), tenant, script, version);
    }

    /** What is live makes room. */
    void replaceLive(UUID script) throws SQLException {
        sql.update("update script.version set status = 'REPLACED' where tenant = ? and script = ? and status = 'LIVE'",
                tenant, script);
    }

    void note(UUID script, ScriptEvent event) throws SQLException {
        sql.update("""
            insert into script.event (tenant, script, version, what, account, at, note)
            values (?, ?, ?, ?, ?, ?, ?)""", tenant, script, event.version(), event.what().name(), event.by(),
                event.at(), event.note());
    }

    List<ScriptEvent> history(UUID script) throws SQLException {
        return sql.list("select * from script.event where tenant = ? and script = ? order by number desc",
                row -> new ScriptEvent(row.getInt("version"), ScriptEvent.What.valueOf(row.getString("what")),
                        Sql.id(row, "account"), Sql.instant(row, "at"), row.getString("note")),
                tenant, script);
    }

    private static ScriptVersion read(ResultSet row) throws SQLException {
        return new ScriptVersion(Sql.id(row, "script"), row.getInt("version"), row.getString("name"),
                row.getString("step"), Sql.id(row, "course"), row.getString("variant"),
                Status.valueOf(row.getString("status")), NodeJson.read(row.getString("nodes")), row.getInt("edition"),
                Set.of((UUID[]) row.getArray("authors").getArray()), Sql.instant(row, "changed"));
    }
}
