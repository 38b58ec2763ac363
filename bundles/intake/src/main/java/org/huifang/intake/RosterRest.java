// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.sql.SQLException;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.persistence.Sql;

/** The rows that bring no difference: who is left out, what names somebody unknown, and what says nothing new. */
final class RosterRest {
    private static final String OUTSIDE = """
        update intake.roster_staged s set met = true from intake.roster_live u where s.run = ? and s.kind = 'USER'
          and not s.met and u.tenant = ? and u.list = ? and u.kind = 'USER' and u.id = s.id and u.live and"""
            + RosterNews.OUTSIDE + " returning s.id, s.line";
    private static final String OLDER = """
        update intake.roster_staged s set met = true from intake.roster_live r, intake.roster_run w
        where s.run = ? and not s.met and s.active and w.run = s.run and r.tenant = ? and r.list = ? and r.kind = s.kind
          and r.id = s.id and (r.active and not r.live or r.said <> s.said and r.version > greatest(s.version,
            case when s.kind = any (w.whole) then w.whole_at end))
        returning s.kind, s.id, s.line""";
    /** Who is known and does not hold any more is not unknown. */
    private static final String UNKNOWN = """
        update intake.roster_staged s set met = true from intake.roster_staged o
        left join intake.roster_record c on c.tenant = ? and c.list = ? and c.kind = 'CLASS' and c.id = o.first
        left join intake.roster_live u on u.tenant = ? and u.list = ? and u.kind = 'USER' and u.id = o.second
          and (u.told is not null or not u.live)
        where s.run = ? and s.kind = 'ENROLMENT' and s.active and not s.met and o.run = s.run and o.kind = s.kind
          and o.id = s.id and (c.id is null or u.id is null)
        returning s.line, c.id is null as class_missing, s.first, s.second""";

    private RosterRest() {
    }

    static Planned count(Sql sql, TenantId tenant, UUID run, String list) throws SQLException {
        var planned = new Planned();
        String school = tenant.value();
        sql.list(OUTSIDE, row -> new RowFinding(row.getLong("line"), RowKind.SKIPPED, "",
                RosterKind.USER.column("sourcedId"), row.getString("id"), RowReason.NOT_OF_A_CLASS, ""), run, school,
                list).forEach(planned::add);
        sql.list(OLDER, row -> new RowFinding(row.getLong("line"), RowKind.SKIPPED, "",
                RosterKind.valueOf(row.getString("kind")).column("sourcedId"), row.getString("id"), RowReason.OLDER,
                ""), run, school, list).forEach(planned::add);
        sql.list(UNKNOWN, row -> {
            boolean course = row.getBoolean("class_missing");
            return new RowFinding(row.getLong("line"), RowKind.ERROR, "",
                    RosterKind.ENROLMENT.column(course ? "classSourcedId" : "userSourcedId"),
                    row.getString(course ? "first" : "second"), RowReason.NO_SUCH_RECORD, "");
        }, school, list, school, list, run).forEach(planned::add);
        planned.add(RowKind.UNCHANGED, sql.list(
                "select count(*) from intake.roster_staged where run = ? and not met", row -> row.getLong(1), run)
                .getFirst());
        return planned;
    }
}
