// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Trigger;
import org.huifang.persistence.Sql;

/** The table of triggers. */
final class TriggerTable {
    private static final String SAVE = """
        insert into revisit.trigger (tenant, id, code, name, condition, course, tag, kind, due_days, cool_down, minutes,
            notice, live, skill) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set name = excluded.name, condition = excluded.condition, course = excluded.course,
            tag = excluded.tag, kind = excluded.kind, due_days = excluded.due_days, cool_down = excluded.cool_down,
            minutes = excluded.minutes, notice = excluded.notice, live = excluded.live, skill = excluded.skill""";

    private TriggerTable() {
    }

    static List<Trigger> all(Sql sql, TenantId tenant) throws SQLException {
        return sql.list("select * from revisit.trigger where tenant = ? order by name, id", TriggerTable::trigger,
                tenant.value());
    }

    static void lock(Sql sql, TenantId tenant, UUID id) throws SQLException {
        sql.list("select 1 from revisit.trigger where tenant = ? and id = ? for update", row -> row.getInt(1),
                tenant.value(), id);
    }

    static void save(Sql sql, TenantId tenant, Trigger t) throws SQLException {
        sql.update(SAVE, tenant.value(), t.id(), t.code(), Sql.storable(t.name()), WhenJson.write(t.when()), t.course(),
                t.tag(), t.kind().name(), t.dueDays(), t.coolDownDays(), t.minutes(), t.notice(),
                t.live(), t.skill());
    }

    static void remove(Sql sql, TenantId tenant, UUID id) throws SQLException {
        sql.update("delete from revisit.trigger where tenant = ? and id = ?", tenant.value(), id);
        sql.update("delete from revisit.fired where tenant = ? and trigger = ?", tenant.value(), id);
    }

    private static Trigger trigger(ResultSet row) throws SQLException {
        return new Trigger(Sql.id(row, "id"), row.getString("code"), row.getString("name"),
                WhenJson.read(row.getString("condition")), row.getObject("course", UUID.class), row.getString("tag"),
                Kind.valueOf(row.getString("kind")), row.getInt("due_days"), row.getInt("cool_down"),
                row.getInt("minutes"), row.getBoolean("notice"), row.getBoolean("live"), row.getString("skill"));
    }
}
