// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;

/** What places come to in obligations: read and locked once, changed in memory, written by the caller. */
final class Owing {
    /**
     * What is otherwise than it stood.
     *
     * @param all those that differ, new ones among them
     * @param before as the former stood, by id
     */
    record Change(List<Owed> all, List<Owed> added, Map<UUID, Owed> before, List<Told> told) {}

    private static final String REACHED = """
        select obligation, max(at) as at from revisit.attempt where obligation = any (?::uuid[]) and outcome = 'REACHED'
        group by obligation""";

    private final Sql sql;
    private final Function<TenantId, Planning> planning;
    private final Instant now;
    private final Owners owners;
    private final Map<TenantId, List<LivePlan>> plans = new HashMap<>();
    private final Map<TenantId, Adapting> adapting = new HashMap<>();

    Owing(Sql sql, Function<TenantId, Planning> planning, Instant now, Owners owners) {
        this.sql = sql;
        this.planning = planning;
        this.now = now;
        this.owners = owners;
    }

    /** The plans that hold, or that would. */
    void plans(TenantId tenant, List<LivePlan> live) {
        plans.put(tenant, live);
    }

    Change change(Map<PlaceKey, Places.Kept> places) throws SQLException {
        return change(places, Obligations.lockOf(sql, places.keySet()));
    }

    /** @param owed all there is of these places */
    Change change(Map<PlaceKey, Places.Kept> places, List<Owed> owed) throws SQLException {
        Map<UUID, CourseDates> dates = Courses.load(sql,
                places.keySet().stream().map(PlaceKey::course).collect(Collectors.toSet()));
        Map<PlaceKey, List<Owed>> existing = owed.stream().collect(Collectors.groupingBy(Owed::place));
        Map<PlaceKey, List<Owed>> adapted = new LinkedHashMap<>();
        for (var entry : places.entrySet()) {
            PlaceKey key = entry.getKey();
            Places.Kept kept = entry.getValue();
            LivePlan plan = plans.getOrDefault(key.tenant(), List.of()).stream()
                    .filter(p -> p.plan().equals(kept.plan())).findFirst()
                    .map(p -> p.since(kept.planSince())).orElse(null);
            List<Owed> after = adapting(key.tenant()).adapt(key, kept.place(), kept.owed(),
                    dates.getOrDefault(key.course(), CourseDates.UNKNOWN), plan, existing.getOrDefault(key, List.of()),
                    owners.of(key.tenant(), key.course()), Math.floorMod(key.learner().hashCode(), 1_000));
            adapted.put(key, after);
        }
        Map<UUID, Owed> before = owed.stream().collect(Collectors.toMap(Owed::id, one -> one));
        Map<UUID, Instant> reached = reached(before, adapted.values());
        var change = new Change(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        for (var entry : adapted.entrySet()) {
            Instant since = Objects.requireNonNull(places.get(entry.getKey())).place().since();
            compare(before, entry.getValue().stream().map(one -> {
                Instant at = reached.get(one.id());
                Owed was = before.get(one.id());
                return at != null && was != null && inThisStay(at, since) ? was : one;
            }).toList(), change);
        }
        return change;
    }

    /** Of what would be owed again: when the call took place that was about it while it had gone away. */
    private Map<UUID, Instant> reached(Map<UUID, Owed> before, Collection<List<Owed>> adapted) throws SQLException {
        List<UUID> again = adapted.stream().flatMap(List::stream).filter(one -> {
            Owed was = before.get(one.id());
            return one.state().open() && was != null && was.state() == State.EXEMPT;
        }).map(Owed::id).toList();
        Map<UUID, Instant> reached = new HashMap<>();
        if (!again.isEmpty()) {
            sql.list(REACHED, row -> reached.put(Sql.id(row, "obligation"), Sql.instant(row, "at")),
                    (Object) again.toArray(UUID[]::new));
        }
        return reached;
    }

    /** Then it stays as it was: nobody is asked the same a second time. Who came again much later is asked anew. */
    private boolean inThisStay(Instant reached, Instant since) {
        return !reached.isBefore(since) || reached.isAfter(now.minus(Adapting.SLIP));
    }

    private Adapting adapting(TenantId tenant) throws SQLException {
        Adapting known = adapting.get(tenant);
        if (known == null) {
            known = new Adapting(planning.apply(tenant), now, TriggerTable.all(sql, tenant));
            adapting.put(tenant, known);
        }
        return known;
    }

    private void compare(Map<UUID, Owed> known, List<Owed> after, Change change) {
        for (Owed owed : after) {
            Owed was = known.get(owed.id());
            if (owed.equals(was)) {
                continue;
            }
            change.all.add(owed);
            if (was == null) {
                change.added.add(owed);
            } else {
                change.before.put(owed.id(), was);
            }
            if (owed.state() == State.EXEMPT && (was == null || was.state() != State.EXEMPT)) {
                change.told.add(Told.exempted(owed, now));
            } else if (was != null && was.state() == State.EXEMPT && owed.state().open()) {
                change.told.add(Told.owedAgain(owed, null, now));
            } else if (was != null && Adapting.promiseMoved(was, owed)) {
                change.told.add(Told.fellDue(owed, false, now));
            }
        }
    }
}
