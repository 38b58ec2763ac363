// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Moves a school from one version of a plan to another, within one transaction. A preview goes the same way and writes
 * nothing.
 */
final class Publishing {
    private static final int PAGE = 5_000;

    private static final String LIVE = """
        update revisit.plan_version set status = 'LIVE', published = ?, by = ?, note = ?, past = ?, past_days = ?
        where plan = ? and version = ?""";

    private static final String REMEMBER = """
        insert into revisit.before (tenant, plan, version, obligation, was)
        select ?, ?, ?, i.id, to_jsonb(o) from unnest(?::uuid[]) i (id)
        left join revisit.obligation o on o.id = i.id on conflict do nothing""";

    private static final String FORMER = """
        update revisit.plan_version set status = 'LIVE' where plan = ? and version = (
            select max(version) from revisit.plan_version where plan = ? and status in ('REPLACED', 'STOPPED'))
            and status = 'REPLACED'""";

    private final Sql sql;
    private final TenantId tenant;
    private final Planning planning;
    private final Instant now;
    private final Owners owners;

    Publishing(Sql sql, TenantId tenant, Planning planning, Instant now, Owners owners) {
        this.sql = sql;
        this.tenant = tenant;
        this.planning = planning;
        this.now = now;
        this.owners = owners;
    }

    Previewing preview(UUID plan, PastSteps past) throws SQLException {
        PlanVersion draft = draft(plan)
                .orElseThrow(() -> new IllegalArgumentException("this plan has no draft to look at"));
        var counting = new Previewing(sql, tenant, draft, PreviewToken.of(draft, past, now), now, planning.zone());
        sweep(would(draft, past), (page, moved, change) -> counting.count(page, change));
        return counting;
    }

    Optional<PlanVersion> publish(UUID plan, PastSteps past, String preview, UUID by, String note)
            throws SQLException {
        PlanTable.locked(sql, tenant, plan);
        PlanVersion draft = draft(plan).orElse(null);
        if (draft == null) {
            // The answer to the first time was lost.
            return versions(plan).stream().filter(v -> v.status() == PlanVersion.Status.LIVE)
                    .filter(v -> PreviewToken.fits(preview, v, past, now)).findFirst();
        }
        if (!PreviewToken.fits(preview, draft, past, now)) {
            return Optional.empty();
        }
        lockAll();
        List<LivePlan> plans = would(draft, past);
        sql.update("update revisit.plan_version set status = 'REPLACED' where plan = ? and status = 'LIVE'", plan);
        sql.update(LIVE, now, by, note, past.how().name(), past.days(), plan, draft.version());
        sweep(plans, (page, moved, change) -> write(plan, draft.version(), moved, change));
        return versions(plan).stream().filter(v -> v.version() == draft.version()).findFirst();
    }

    boolean undo(UUID plan) throws SQLException {
        List<PlanVersion> versions = PlanTable.locked(sql, tenant, plan);
        PlanVersion live = versions.stream().filter(v -> v.status() == PlanVersion.Status.LIVE).findFirst()
                .orElse(null);
        PlanVersion next = draft(plan).orElse(null);
        if (live == null || next != null && !(next.steps().equals(live.steps()) && next.name().equals(live.name())
                && Objects.equals(next.course(), live.course()) && Objects.equals(next.tag(), live.tag()))) {
            // who has begun to change the next version would lose it
            return false;
        }
        lockAll();
        List<UUID> turned = new Undoing(sql, tenant, live).undo().orElse(null);
        if (turned == null) {
            return false;
        }
        sql.update("delete from revisit.plan_version where plan = ? and status = 'DRAFT'", plan);
        sql.update("update revisit.plan_version set status = 'DRAFT', published = null, by = null where plan = ?"
                + " and version = ?", plan, live.version());
        sql.update(FORMER, plan, plan);
        // Whoever joined meanwhile is under the former version too.
        sweep(LivePlans.load(sql, tenant), (page, moved, change) -> write(moved, change));
        tell(turned);
        return true;
    }

    private void tell(List<UUID> turned) throws SQLException {
        List<Told> told = new ArrayList<>();
        for (Owed owed : Obligations.lock(sql, tenant, turned)) {
            if (owed.state() == State.EXEMPT) {
                told.add(Told.exempted(owed, now));
            } else if (owed.state().open()) {
                told.add(Told.owedAgain(owed, null, now));
            }
        }
        Outbox.add(sql, told);
    }

    void stop(UUID plan, UUID by, String note) throws SQLException {
        // why it was published stays above why it was stopped
        sql.update("update revisit.plan_version set status = 'STOPPED', by = ?,"
                + " note = concat_ws(E'\\n', nullif(note, ''), nullif(?, '')) where tenant = ? and plan = ?"
                + " and status = 'LIVE'", by, note, tenant.value(), plan);
        lockAll();
        sweep(LivePlans.load(sql, tenant), (page, moved, change) -> write(moved, change));
    }

    /** At once and in the order of all who lock several: page by page it would wait for planning, and planning for it. */
    private void lockAll() throws SQLException {
        Places.lockAll(sql, tenant);
        Obligations.lockAll(sql, tenant);
    }

    private List<PlanVersion> versions(UUID plan) throws SQLException {
        return PlanTable.versions(sql, tenant, plan);
    }

    private Optional<PlanVersion> draft(UUID plan) throws SQLException {
        return versions(plan).stream().filter(v -> v.status() == PlanVersion.Status.DRAFT).findFirst();
    }

    /** The live plans as they would be. */
    private List<LivePlan> would(PlanVersion draft, PastSteps past) throws SQLException {
        List<LivePlan> plans = new ArrayList<>(LivePlans.load(sql, tenant));
        Optional<LivePlan> former = plans.stream().filter(p -> p.plan().equals(draft.plan())).findFirst();
        former.ifPresent(plans::remove);
        if (plans.stream().anyMatch(p -> Objects.equals(p.course(), draft.course())
                && Objects.equals(p.tag(), draft.tag()))) {
            throw new IllegalArgumentException("another live plan is for the same course and type of customer");
        }
        Map<String, Instant> introduced = new HashMap<>();
        for (PlannedStep step : draft.steps()) {
            introduced.put(step.code(), former.filter(f -> f.step(step.code()).isPresent())
                    .map(f -> f.introduced(step)).orElse(now));
        }
        plans.add(new LivePlan(draft.plan(), draft.version(), draft.course(), draft.tag(), draft.steps(), now,
                introduced, past));
        return plans;
    }

    /** What is done with a page of places, with those that come under another plan, and with what they come to. */
    private interface Use {
        void of(Map<PlaceKey, Places.Kept> page, Map<PlaceKey, Places.Kept> moved, Owing.Change change)
                throws SQLException;
    }

    /** Goes over all who are owed anything, page by page; what is to be written has been locked before. */
    private void sweep(List<LivePlan> plans, Use use) throws SQLException {
        boolean byTag = plans.stream().anyMatch(plan -> plan.tag() != null);
        PlaceKey last = null;
        Map<PlaceKey, Places.Kept> page;
        do {
            page = Places.page(sql, tenant, last, PAGE);
            Map<UUID, Set<String>> tags = byTag ? Tags.of(sql, page.keySet()) : Map.of();
            Map<PlaceKey, Places.Kept> moved = new TreeMap<>();
            for (var entry : page.entrySet()) {
                PlaceKey key = entry.getKey();
                last = key;
                UUID plan = LivePlan.fit(plans, key.course(), tags.getOrDefault(key.learner(), Set.of()))
                        .map(LivePlan::plan).orElse(null);
                if (!Objects.equals(plan, entry.getValue().plan())) {
                    entry.setValue(entry.getValue().under(plan, now));
                    moved.put(key, entry.getValue());
                }
            }
            var owing = new Owing(sql, school -> planning, now, owners);
            owing.plans(tenant, plans);
            use.of(page, moved, owing.change(page, Obligations.of(sql, page.keySet())));
        } while (page.size() == PAGE);
    }

    private void write(UUID plan, int version, Map<PlaceKey, Places.Kept> moved, Owing.Change change)
            throws SQLException {
        sql.update(REMEMBER, tenant.value(), plan, version, Sql.ids(change.all(), Owed::id));
        write(moved, change);
    }

    private void write(Map<PlaceKey, Places.Kept> moved, Owing.Change change) throws SQLException {
        Places.save(sql, moved);
        Obligations.countOwed(sql, change.added());
        Obligations.save(sql, change.all());
        Outbox.add(sql, change.told());
    }
}
