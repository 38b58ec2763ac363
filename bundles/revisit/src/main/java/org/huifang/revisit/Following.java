// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.State;

/** The effect of a stretch of the timeline, within one transaction: places, what is owed, and when. */
final class Following {
    /**
     * What it came to.
     *
     * @param changed whose obligations are not as before
     * @param told whether the archive is to hear of it
     * @param open whether something may be due at once
     */
    record Effect(Set<PlaceKey> changed, boolean told, boolean open) {
        static final Effect NONE = new Effect(Set.of(), false, false);
    }

    private final Sql sql;
    private final Planning planning;
    private final Instant now;
    private final Map<TenantId, List<Step>> plans = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    Following(Sql sql, Planning planning, Instant now) {
        this.sql = sql;
        this.planning = planning;
        this.now = now;
    }

    Effect of(List<TimelineEntry> entries) throws SQLException {
        Set<UUID> described = new HashSet<>();
        Set<PlaceKey> named = new TreeSet<>();
        for (TimelineEntry entry : entries) {
            if (entry.fact() instanceof Fact.CourseDescribed said) {
                Courses.describe(sql, entry, said);
                described.add(course(entry));
            } else if (entry.fact() instanceof Fact.FromPlatform && entry.learner() != null) {
                named.add(new PlaceKey(entry.tenant(), course(entry), entry.learner()));
            }
        }
        if (described.isEmpty() && named.isEmpty()) {
            return Effect.NONE;
        }
        Map<PlaceKey, Places.Kept> before = Places.load(sql, named, described);
        Map<PlaceKey, Places.Kept> places = new TreeMap<>(before);
        Set<PlaceKey> joined = fold(entries, places);
        Set<PlaceKey> moved = new TreeSet<>(named);
        moved.removeIf(key -> Objects.equals(places.get(key), before.get(key)));
        Places.save(sql, only(moved, places));
        // Most lessons move nobody; a course that is described anew may move all who are in it.
        places.keySet().removeIf(key -> !moved.contains(key) && !described.contains(key.course()));
        return places.isEmpty() ? Effect.NONE : adapt(places, joined);
    }

    /** What a platform tells is told of a course. */
    private static UUID course(TimelineEntry entry) {
        return Objects.requireNonNull(entry.course());
    }

    /** Brings places up to date, and returns those who are owed from now on. */
    private static Set<PlaceKey> fold(List<TimelineEntry> entries, Map<PlaceKey, Places.Kept> places) {
        Set<PlaceKey> joined = new TreeSet<>();
        for (TimelineEntry entry : entries) {
            if (entry.learner() == null || !(entry.fact() instanceof Fact.FromPlatform fact)) {
                continue;
            }
            var key = new PlaceKey(entry.tenant(), course(entry), entry.learner());
            Places.Kept before = places.get(key);
            Place place = (before == null ? Place.from(Place.storable(fact.at())) : before.place()).with(fact);
            boolean owed = before != null && before.owed();
            if (!owed && place.learning()) {
                joined.add(key);
            }
            places.put(key, new Places.Kept(place, owed || place.learning()));
        }
        return joined;
    }

    private Effect adapt(Map<PlaceKey, Places.Kept> places, Set<PlaceKey> joined) throws SQLException {
        Map<UUID, CourseDates> dates = Courses.load(sql,
                places.keySet().stream().map(PlaceKey::course).collect(Collectors.toSet()));
        var adapting = new Adapting(planning, now);
        List<Owed> before = new ArrayList<>(Obligations.lockOf(sql, places.keySet()));
        List<Owed> added = schedule(joined, places, dates);
        before.addAll(added);
        Map<UUID, Owed> after = new TreeMap<>();
        for (Owed owed : before) {
            Place place = place(places, owed.place());
            CourseDates course = dates.getOrDefault(owed.course(), CourseDates.UNKNOWN);
            Owed adapted = step(owed).map(step -> adapting.adapt(owed, step, place, course)).orElse(owed);
            if (!adapted.equals(owed) || joined.contains(owed.place())) {
                after.put(owed.id(), adapted);
                tell(owed, adapted);
            }
        }
        Obligations.save(sql, after.values());
        Outbox.add(sql, told);
        return new Effect(after.values().stream().map(Owed::place).collect(Collectors.toCollection(TreeSet::new)),
                !told.isEmpty(), after.values().stream().anyMatch(this::opensNow));
    }

    private List<Owed> schedule(Set<PlaceKey> joined, Map<PlaceKey, Places.Kept> places, Map<UUID, CourseDates> dates)
            throws SQLException {
        List<Owed> added = new ArrayList<>();
        for (PlaceKey key : joined) {
            CourseDates course = dates.getOrDefault(key.course(), CourseDates.UNKNOWN);
            for (Step step : plan(key.tenant())) {
                added.add(Owed.scheduled(key, step, planning.window(step, place(places, key).progress(), course)));
            }
        }
        Obligations.countOwed(sql, added);
        return added;
    }

    private void tell(Owed before, Owed after) {
        if (after.state() == State.EXEMPT && before.state() != State.EXEMPT) {
            told.add(Told.exempted(after, now));
        } else if (Adapting.promiseMoved(before, after)) {
            told.add(Told.fellDue(after, false, now));
        }
    }

    private boolean opensNow(Owed owed) {
        return owed.state() == State.SCHEDULED && !owed.opens().isAfter(now);
    }

    private List<Step> plan(TenantId tenant) throws SQLException {
        List<Step> known = plans.get(tenant);
        if (known == null) {
            known = Plan.of(sql, tenant);
            plans.put(tenant, known);
        }
        return known;
    }

    private Optional<Step> step(Owed owed) throws SQLException {
        return plan(owed.tenant()).stream().filter(s -> s.code().equals(owed.step())).findFirst();
    }

    private static Place place(Map<PlaceKey, Places.Kept> places, PlaceKey key) {
        Places.Kept kept = places.get(key);
        if (kept == null) {
            throw new IllegalStateException("an obligation without a place");
        }
        return kept.place();
    }

    private static Map<PlaceKey, Places.Kept> only(Collection<PlaceKey> keys, Map<PlaceKey, Places.Kept> places) {
        var some = new TreeMap<>(places);
        some.keySet().retainAll(keys);
        return some;
    }
}
