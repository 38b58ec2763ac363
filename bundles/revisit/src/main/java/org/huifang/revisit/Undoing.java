// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.persistence.Sql;

/**
 * Takes a publishing back, as long as nothing of what it added or moved has fallen due. All that is owed in the school is
 * locked before, so that what is handed in meanwhile comes before or after.
 */
final class Undoing {
    private static final String TOO_LATE = """
        select 1 from revisit.before b join revisit.obligation o on o.id = b.obligation
        where b.plan = ? and b.version = ? and (
            o.state in ('DONE', 'DECLINED', 'UNREACHABLE')
            or o.state = 'DUE' and (b.was is null or b.was ->> 'state' <> 'DUE')
            or exists (select from revisit.attempt a where a.obligation = o.id and a.at >= ?)) limit 1""";

    private static final String UNCOUNT = """
        update revisit.owed w set n = w.n - g.n
        from (select o.course, o.step, count(*) as n from revisit.before b join revisit.obligation o on o.id = b.obligation
            where b.plan = ? and b.version = ? and b.was is null group by 1, 2) g
        where w.course = g.course and w.step = g.step""";

    private static final String REMOVE = """
        delete from revisit.obligation o using revisit.before b
        where b.plan = ? and b.version = ? and b.was is null and o.id = b.obligation""";

    private static final String FORGET = """
        delete from revisit.draft d using revisit.before b
        where b.plan = ? and b.version = ? and b.was is null and d.obligation = b.obligation""";

    /** What somebody decided about it since then stays as they decided. */
    private static final String RESTORE = """
        update revisit.obligation o set state = r.state, opens = r.opens, due = r.due, settled = r.settled,
            reason = r.reason, kind = r.kind, title = r.title, plan = r.plan, minutes = r.minutes, notice = r.notice, skill = r.skill,
            waiting = r.waiting, unanswered = r.unanswered, by_hand = r.by_hand
        from revisit.before b cross join lateral jsonb_populate_record(null::revisit.obligation, b.was) r
        where b.plan = ? and b.version = ? and b.was is not null and o.id = b.obligation
            and not o.by_hand and not (o.waiting and not r.waiting)""";

    /** What is owed again by the undoing, or not any more. */
    private static final String TURNED = """
        select o.id from revisit.before b join revisit.obligation o on o.id = b.obligation
        cross join lateral jsonb_populate_record(null::revisit.obligation, b.was) r
        where b.plan = ? and b.version = ? and b.was is not null and not o.by_hand and not (o.waiting and not r.waiting)
            and (o.state = 'EXEMPT') <> (r.state = 'EXEMPT')""";

    private static final String REPLAN = """
        insert into revisit.replan (tenant, person, at)
        select distinct on (o.person) o.tenant, o.person, '-infinity'::timestamptz
        from revisit.before b join revisit.obligation o on o.id = b.obligation where b.plan = ? and b.version = ?
        order by o.person on conflict (person) do update set at = '-infinity'""";

    private static final List<String> STEPS = List.of(UNCOUNT, REPLAN, FORGET, REMOVE, RESTORE,
            "delete from revisit.before where plan = ? and version = ?");

    private final Sql sql;
    private final TenantId tenant;
    private final PlanVersion live;

    Undoing(Sql sql, TenantId tenant, PlanVersion live) {
        this.sql = sql;
        this.tenant = tenant;
        this.live = live;
    }

    /** @return those that are owed again, or not any more; empty when it is too late */
    Optional<List<UUID>> undo() throws SQLException {
        if (live.published() == null || live.version() == 1 || !sql.list(TOO_LATE, row -> row.getInt(1), live.plan(),
                live.version(), live.published()).isEmpty()) {
            return Optional.empty();
        }
        List<UUID> turned = sql.list(TURNED, row -> Sql.id(row, "id"), live.plan(), live.version());
        for (String step : STEPS) {
            sql.update(step, live.plan(), live.version());
        }
        return Optional.of(turned);
    }
}
