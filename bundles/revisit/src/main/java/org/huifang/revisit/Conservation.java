// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Counts both sides of the law that nobody vanishes, in one statement, so that both are of the same moment. */
final class Conservation {
    /**
     * Contacts are looked up one by one: most obligations have none, and a hash join over a column that is mostly null can
     * end in a hundred thousand batches, which took minutes.
     */
    private static final String LEDGER = """
        select coalesce(w.course, c.course) as course, coalesce(w.step, c.step) as step, coalesce(c.kind, 'CALL') as kind,
            coalesce(c.title, '') as title, coalesce(w.n, 0) as owed, c.state, coalesce(c.hold, '') as hold, c.notified,
            coalesce(c.n, 0) as n
        from (select course, step, n from revisit.owed where tenant = ? and (?::uuid is null or course = ?)) w
        full join (
            select o.course, o.step, min(o.kind) over s as kind, max(o.title) over s as title, o.state, o.hold, o.notified,
                o.n
            from (
                select o.course, o.step, max(o.kind) as kind,
                    max(case when o.origin in ('PLAN', 'TRIGGER') then o.title else '' end) as title,
                    case when o.state = 'DUE' and o.due < ? then 'OVERDUE' else o.state end as state,
                    case when o.state = 'DUE' then o.hold end as hold,
                    o.state = 'DUE' and coalesce((select k.notified <> 'NOT_YET' from revisit.contact k
                        where k.id = o.contact), false) as notified, count(*) as n
                from revisit.obligation o
                where o.tenant = ? and (?::uuid is null or o.course = ?)
                group by o.course, o.step, 5, 6, 7) o
            window s as (partition by o.course, o.step)) c on c.course = w.course and c.step = w.step
        order by 1, case coalesce(w.step, c.step) when 'first' then 0 when 'mid' then 1 when 'end' then 2 else 3 end, 2""";

    private static final String MISSING = """
        select coalesce(w.tenant, c.tenant) as tenant, sum(abs(coalesce(w.n, 0) - coalesce(c.n, 0))) as n
        from (select tenant, course, step, n from revisit.owed) w
        full join (select tenant, course, step, count(*) as n from revisit.obligation group by 1, 2, 3) c
            on c.course = w.course and c.step = w.step
        group by 1""";

    /**
     * The plan is found by course and tags anew, not by what is kept at the place: a place that lost its plan would be owed
     * nothing, and be right.
     */
    private static final String UNOWED = """
        with live as (select tenant, plan, version, course, tag from revisit.plan_version where status = 'LIVE'),
        untagged as (
            select distinct on (p.tenant, p.course) p.tenant, p.course, v.plan, v.version, v.course is not null as own
            from (select distinct tenant, course from revisit.place where owed) p
            join live v on v.tenant = p.tenant and v.tag is null and (v.course is null or v.course = p.course)
            order by p.tenant, p.course, own desc),
        tagged as (
            select distinct on (t.learner, v.course) t.learner, v.course, v.plan, v.version
            from live v join revisit.tag t on t.tenant = v.tenant and t.tag = v.tag and t.worn
            order by t.learner, v.course, v.tag collate "C"),
        fit as (
            select p.tenant, p.learner, p.course,
                case when mine.plan is not null then mine.plan when base.own then base.plan
                    when worn.plan is not null then worn.plan else base.plan end as plan,
                case when mine.plan is not null then mine.version when base.own then base.version
                    when worn.plan is not null then worn.version else base.version end as version
            from revisit.place p
            left join untagged base on base.tenant = p.tenant and base.course = p.course
            left join tagged mine on mine.learner = p.learner and mine.course = p.course
            left join tagged worn on worn.learner = p.learner and worn.course is null
            where p.owed)
        select p.tenant, count(*) as n from fit p
        join revisit.step s on s.plan = p.plan and s.version = p.version
        where not exists (select from revisit.obligation o where o.tenant = p.tenant
            and o.learner = p.learner and o.course = p.course and o.step = s.code)
        group by p.tenant""";

    private static final String UNPLANNED = """
        select course, count(*) as n from revisit.place where tenant = ? and (?::uuid is null or course = ?)
            and owed and plan is null and role = 'LEARNER' and (left_at is null or left_at < joined)
        group by course order by n desc, course""";

    private record Cell(UUID course, String step) {}

    /** One line while it is counted. */
    private static final class Line {
        private String title = "";
        private Kind kind = Kind.CALL;
        private long owed;
        private long notified;
        private final Map<State, Long> counts = new EnumMap<>(State.class);
        private final Map<Hold.Reason, Long> held = new EnumMap<>(Hold.Reason.class);
    }

    private Conservation() {
    }

    static List<Ledger.Row> rows(Sql sql, TenantId tenant, @Nullable UUID course, Instant now) throws SQLException {
        Map<Cell, Line> lines = new LinkedHashMap<>();
        sql.list(LEDGER, row -> count(row, lines), tenant.value(), course, course, now, tenant.value(), course, course);
        return lines.entrySet().stream().map(e -> {
            Line line = e.getValue();
            return new Ledger.Row(e.getKey().course, e.getKey().step, line.title, line.kind, line.owed, line.counts,
                    line.held, line.notified);
        }).toList();
    }

    private static Line count(ResultSet row, Map<Cell, Line> lines) throws SQLException {
        Line line = lines.computeIfAbsent(new Cell(Sql.id(row, "course"), row.getString("step")), cell -> new Line());
        line.owed = row.getLong("owed");
        String state = row.getString("state");
        if (state == null) {
            return line;
        }
        line.title = row.getString("title");
        line.kind = Kind.valueOf(row.getString("kind"));
        long n = row.getLong("n");
        line.counts.merge(State.valueOf(state), n, Long::sum);
        String hold = row.getString("hold");
        if (!hold.isEmpty()) {
            line.held.merge(Hold.Reason.valueOf(hold), n, Long::sum);
        }
        line.notified += row.getBoolean("notified") ? n : 0;
        return line;
    }

    /** Who is on a roster now and comes under no plan. */
    static List<Ledger.Unplanned> unplanned(Sql sql, TenantId tenant, @Nullable UUID course) throws SQLException {
        return sql.list(UNPLANNED, row -> new Ledger.Unplanned(Sql.id(row, "course"), row.getLong("n")),
                tenant.value(), course, course);
    }

    /** For each school for how many learners a step of their plan does not exist: the roster's side of the law. */
    static Map<TenantId, Long> unowed(Sql sql) throws SQLException {
        return wrong(sql, UNOWED);
    }

    /** For each school how many are unaccounted for; none unless something is badly wrong. */
    static Map<TenantId, Long> missing(Sql sql) throws SQLException {
        return wrong(sql, MISSING);
    }

    private static Map<TenantId, Long> wrong(Sql sql, String query) throws SQLException {
        Map<TenantId, Long> wrong = new HashMap<>();
        sql.list(query, row -> wrong.put(new TenantId(row.getString("tenant")), row.getLong("n")));
        wrong.values().removeIf(n -> n == 0);
        return wrong;
    }
}
