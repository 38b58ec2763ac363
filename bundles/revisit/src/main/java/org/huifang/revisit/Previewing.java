// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Counts what publishing would do, page by page. */
final class Previewing {
    private static final int MOST_SHOWN = 200;
    private static final int DAYS = 28;
    private static final int ASKED = 5_000;

    private static final String NOW = """
        select (greatest(o.opens, ?) at time zone ?)::date as day, count(*) as n, sum(o.minutes) as minutes from revisit.obligation o
        where o.tenant = ? and o.state in ('SCHEDULED', 'DUE') and o.kind <> 'QUESTIONNAIRE' and o.opens < ?
        group by 1""";

    private static final String TOTALS = """
        select o.step, max(o.title) as title, count(*) filter (where o.state in ('SCHEDULED', 'DUE')) as open,
            count(*) filter (where o.state not in ('SCHEDULED', 'DUE', 'EXEMPT')) as settled,
            count(*) filter (where o.state = 'EXEMPT') as exempt,
            count(*) filter (where o.state in ('SCHEDULED', 'DUE') and o.hold is not null) as held
        from revisit.obligation o join revisit.place p on p.course = o.course and p.learner = o.learner
        where o.tenant = ? and o.origin = 'PLAN' and p.plan = ? group by o.step""";

    /** One line while it is counted. */
    private static final class Line {
        private String name = "";
        private long added;
        private long moved;
        private long open;
        private long settled;
        private long exempted;
        private long dueAtOnce;
        private long held;
    }

    private final TenantId tenant;
    private final PlanVersion draft;
    private final String token;
    private final Instant now;
    private final ZoneId zone;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<LocalDate, Integer> load = new TreeMap<>();
    private final Map<LocalDate, Integer> minutes = new TreeMap<>();
    private final List<PlanPreview.Changed> someone = new ArrayList<>();
    /** Of whom something new is owed to: no contact of theirs is planned yet, so that nothing on record says whether they can be reached. */
    private final Map<Kind, Map<Line, List<UUID>>> fresh = new EnumMap<>(Kind.class);
    private long reached;

    Previewing(Sql sql, TenantId tenant, PlanVersion draft, String token, Instant now, ZoneId zone)
            throws SQLException {
        this.tenant = tenant;
        this.draft = draft;
        this.token = token;
        this.now = now;
        this.zone = zone;
        draft.steps().forEach(step -> line(step.code()).name = step.name());
        sql.list(TOTALS, row -> {
            Line line = line(row.getString("step"));
            line.name = line.name.isEmpty() ? row.getString("title") : line.name;
            line.open = row.getLong("open");
            line.settled = row.getLong("settled");
            line.exempted = row.getLong("exempt");
            line.held = row.getLong("held");
            return line;
        }, tenant.value(), draft.plan());
        sql.list(NOW, row -> {
            LocalDate day = row.getObject("day", LocalDate.class);
            minutes.put(day, row.getInt("minutes"));
            return load.put(day, row.getInt("n"));
        }, now, zone.getId(), tenant.value(), last().atStartOfDay(zone).toInstant());
    }

    private LocalDate last() {
        return now.atZone(zone).toLocalDate().plusDays(DAYS);
    }

    private Line line(String code) {
        return lines.computeIfAbsent(code, c -> new Line());
    }

    /** @param page places under the plans that would hold */
    void count(Map<PlaceKey, Places.Kept> page, Owing.Change change) {
        reached += page.values().stream().filter(kept -> draft.plan().equals(kept.plan())).count();
        for (Owed after : change.all()) {
            Owed before = change.before().get(after.id());
            count(line(after.step()), before, after);
            if (after.state().open() && (before == null || !before.state().open())) {
                fresh.computeIfAbsent(after.kind(), kind -> new HashMap<>())
                        .computeIfAbsent(line(after.step()), line -> new ArrayList<>()).add(after.learner());
            }
            opens(before, -1);
            opens(after, 1);
            if (someone.size() < MOST_SHOWN) {
                someone.add(new PlanPreview.Changed(after.learner(), after.course(), after.step(),
                        before == null || !before.state().open() ? null : before.opens(),
                        after.state().open() ? after.opens() : null));
            }
        }
    }

    /** Those nobody can reach for what is new to them are held up. */
    void unreachable(Planners planners) {
        fresh.forEach((kind, steps) -> steps.forEach((line, learners) -> {
            for (int from = 0; from < learners.size(); from += ASKED) {
                List<UUID> some = learners.subList(from, Math.min(learners.size(), from + ASKED));
                Set<UUID> nobody = planners.unreachable(tenant, kind, Set.copyOf(some), now);
                line.held += some.stream().filter(nobody::contains).count();
            }
        }));
    }

    private void count(Line line, @Nullable Owed before, Owed after) {
        boolean wasOpen = before != null && before.state().open();
        if (before == null || before.state() == State.EXEMPT && after.state().open()) {
            line.exempted -= before == null ? 0 : 1;
            if (after.state().open()) {
                line.added++;
            } else {
                line.exempted++;
            }
        } else if (wasOpen && !after.state().open()) {
            line.open--;
            line.exempted++;
        } else if (wasOpen && !(before.opens().equals(after.opens()) && before.due().equals(after.due()))) {
            line.open--;
            line.moved++;
        }
        boolean inQueue = before != null && before.state() == State.DUE;
        if (after.state().open() && !after.opens().isAfter(now) && !inQueue) {
            line.dueAtOnce++;
        }
    }

    private void opens(@Nullable Owed owed, int by) {
        if (owed != null && owed.state().open() && owed.kind() != Kind.QUESTIONNAIRE) {
            LocalDate day = (owed.opens().isBefore(now) ? now : owed.opens()).atZone(zone).toLocalDate();
            if (day.isBefore(last())) {
                load.merge(day, by, Integer::sum);
                minutes.merge(day, by * owed.minutes(), Integer::sum);
            }
        }
    }

    PlanPreview preview() {
        List<PlanPreview.Line> shown = new ArrayList<>();
        lines.forEach((code, line) -> shown.add(new PlanPreview.Line(code, line.name, line.added, line.moved, line.open,
                line.settled, line.exempted, line.dueAtOnce, line.held)));
        return new PlanPreview(token, now, draft.steps().isEmpty() ? 0 : reached, shown, load, minutes, someone);
    }
}
