// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.State;
import org.huifang.persistence.Sql;

/** The effect of a stretch of the timeline, within one transaction: places, what is owed, and when. */
final class Following {
    private static final Set<Anchor> BY_SIGNS = Set.of(Anchor.FIRST_ACCESS, Anchor.PROGRESS, Anchor.EXPIRY,
            Anchor.REFUND, Anchor.INACTIVITY);

    /** What is followed. */
    @SuppressWarnings("unchecked")
    static final Class<? extends Fact>[] KINDS = new Class[]{Fact.FromPlatform.class, Fact.Answered.class,
            Fact.AboutPerson.class};

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
    private final Function<TenantId, Planning> planning;
    private final Instant now;
    private final Owners owners;
    private final Map<TenantId, List<LivePlan>> plans = new HashMap<>();

    Following(Sql sql, Function<TenantId, Planning> planning, Instant now, Owners owners) {
        this.sql = sql;
        this.planning = planning;
        this.now = now;
        this.owners = owners;
    }

    Effect of(List<TimelineEntry> entries) throws SQLException {
        Places.mayAdd(sql, entries.stream().map(entry -> entry.tenant().value())
                .collect(Collectors.toCollection(TreeSet::new)));
        Set<UUID> described = new HashSet<>();
        Set<PlaceKey> named = new TreeSet<>();
        Set<UUID> tagged = new HashSet<>();
        Map<UUID, TenantId> reached = new HashMap<>();
        Map<UUID, TenantId> moved = new HashMap<>();
        Map<UUID, TenantId> introduced = new HashMap<>();
        for (TimelineEntry entry : entries) {
            switch (entry.fact()) {
                case Fact.CourseDescribed said -> {
                    Courses.describe(sql, entry, said);
                    described.add(course(entry));
                }
                case Fact.ExamSet said -> {
                    Courses.exam(sql, entry, said);
                    described.add(course(entry));
                }
                case Fact.Tagged said -> {
                    tagged.add(said.learner());
                    reached.put(said.learner(), entry.tenant());
                }
                case Fact.Merged said -> {
                    moved.put(said.learner(), entry.tenant());
                    moved.put(said.absorbed(), entry.tenant());
                }
                case Fact.Split said -> {
                    moved.put(said.learner(), entry.tenant());
                    moved.put(said.released(), entry.tenant());
                }
                case Fact.AboutPerson said -> {
                    if (entry.learner() != null && contactChanges(said)) {
                        reached.put(entry.learner(), entry.tenant());
                    }
                }
                default -> {
                    if (entry.learner() != null && entry.course() != null) {
                        named.add(key(entry));
                        if (introduces(entry.fact())) {
                            introduced.put(entry.learner(), entry.tenant());
                        }
                    }
                }
            }
        }
        Tags.say(sql, entries);
        Effect effect = described.isEmpty() && named.isEmpty() && tagged.isEmpty()
                ? Effect.NONE
                : follow(entries, named, described, tagged);
        // Obligations before requests, as all who change obligations do.
        Persons.moved(sql, moved);
        Persons.changed(sql, reached);
        Persons.introduced(sql, introduced);
        return effect;
    }

    private Effect follow(List<TimelineEntry> entries, Set<PlaceKey> named, Set<UUID> described, Set<UUID> tagged)
            throws SQLException {
        Map<PlaceKey, Places.Kept> before = Places.load(sql, named, described, tagged);
        Map<PlaceKey, Places.Kept> places = new TreeMap<>(before);
        fold(entries, places);
        choosePlans(before, places);
        List<Owed> fired = new Watching(sql, planning, now, owners).look(places);
        Places.save(sql, differing(before, places));
        // Most lessons move nobody; a course that is described anew may move all who are in it.
        places.entrySet().removeIf(e -> !described.contains(e.getKey().course())
                && !moved(e.getKey(), before.get(e.getKey()), e.getValue()));
        return adapt(places, fired);
    }

    /** Whether it says who somebody is: where they live and how they are reached may be otherwise than was known. */
    private static boolean introduces(Fact fact) {
        return switch (fact) {
            case Fact.Enrolled said -> !said.identity().equals(Identity.UNKNOWN);
            case Fact.Launched said -> !said.identity().equals(Identity.UNKNOWN);
            default -> false;
        };
    }

    private static boolean contactChanges(Fact.AboutPerson said) {
        return switch (said) {
            case Fact.Consented consented -> true;
            case Fact.ValueSaid value -> true;
            case Fact.ValueChecked checked -> true;
            case Fact.PersonDescribed described -> true;
            case Fact.PersonWithdrawn withdrawn -> true;
            case Fact.Linked linked -> true;
            case Fact.Tagged tagged -> true;
            default -> false;
        };
    }

    /** What a platform tells is told of a course. */
    private static UUID course(TimelineEntry entry) {
        return Objects.requireNonNull(entry.course());
    }

    private static PlaceKey key(TimelineEntry entry) {
        return new PlaceKey(entry.tenant(), course(entry), Objects.requireNonNull(entry.learner()));
    }

    private static void fold(List<TimelineEntry> entries, Map<PlaceKey, Places.Kept> places) {
        for (TimelineEntry entry : entries) {
            boolean ours = entry.fact() instanceof Fact.Answered;
            if (entry.learner() == null || !ours && !(entry.fact() instanceof Fact.FromPlatform)) {
                continue;
            }
            PlaceKey key = key(entry);
            Places.Kept before = places.get(key);
            if (before == null && ours) {
                continue;
            }
            Place place = (before == null ? Place.from(Place.storable(entry.fact().at())) : before.place())
                    .with(entry.fact());
            boolean owed = before != null && before.owed() || place.learning();
            places.put(key, new Places.Kept(place, owed, before == null ? null : before.plan(),
                    before == null ? null : before.lookAt(),
                    before == null ? null : before.planSince()));
        }
    }

    private void choosePlans(Map<PlaceKey, Places.Kept> before, Map<PlaceKey, Places.Kept> places)
            throws SQLException {
        boolean byTag = false;
        for (PlaceKey key : places.keySet()) {
            byTag |= plans(key.tenant()).stream().anyMatch(plan -> plan.tag() != null);
        }
        Map<UUID, Set<String>> tags = byTag ? Tags.of(sql, places.keySet()) : Map.of();
        for (var entry : places.entrySet()) {
            PlaceKey key = entry.getKey();
            UUID plan = entry.getValue().owed()
                    ? LivePlan.fit(plans(key.tenant()), key.course(), tags.getOrDefault(key.learner(), Set.of()))
                            .map(LivePlan::plan).orElse(null)
                    : null;
            Places.Kept was = before.get(key);
            if (!Objects.equals(plan, entry.getValue().plan())) {
                entry.setValue(entry.getValue().under(plan, was != null && was.owed() ? now : null));
            }
        }
    }

    private static Map<PlaceKey, Places.Kept> differing(Map<PlaceKey, Places.Kept> before,
            Map<PlaceKey, Places.Kept> after) {
        var some = new TreeMap<>(after);
        some.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        return some;
    }

    private boolean moved(PlaceKey key, Places.@org.jspecify.annotations.Nullable Kept before, Places.Kept after) {
        if (before == null || before.owed() != after.owed() || !Objects.equals(before.plan(), after.plan())
                || !before.place().stay().equals(after.place().stay())
                || !before.place().begin().equals(after.place().begin())
                || !Objects.equals(before.place().signs().refunded(), after.place().signs().refunded())) {
            return true;
        }
        return !before.place().signs().equals(after.place().signs()) && plans.getOrDefault(key.tenant(), List.of())
                .stream().flatMap(plan -> plan.steps().stream()).anyMatch(step -> BY_SIGNS.contains(step.anchor()));
    }

    private Effect adapt(Map<PlaceKey, Places.Kept> places, List<Owed> fired) throws SQLException {
        if (places.isEmpty() && fired.isEmpty()) {
            return Effect.NONE;
        }
        var owing = new Owing(sql, planning, now, owners);
        for (PlaceKey key : places.keySet()) {
            owing.plans(key.tenant(), plans(key.tenant()));
        }
        Owing.Change change = owing.change(places);
        List<Owed> added = new ArrayList<>(change.added());
        added.addAll(fired);
        Obligations.countOwed(sql, added);
        List<Owed> all = new ArrayList<>(change.all());
        all.addAll(fired);
        Obligations.save(sql, all);
        Outbox.add(sql, change.told());
        return new Effect(all.stream().map(Owed::place).collect(Collectors.toCollection(TreeSet::new)),
                !change.told().isEmpty(), all.stream().anyMatch(this::opensNow));
    }

    private boolean opensNow(Owed owed) {
        return owed.state() == State.SCHEDULED && !owed.opens().isAfter(now);
    }

    private List<LivePlan> plans(TenantId tenant) throws SQLException {
        List<LivePlan> known = plans.get(tenant);
        if (known == null) {
            known = LivePlans.of(sql, tenant, now);
            plans.put(tenant, known);
        }
        return known;
    }
}
