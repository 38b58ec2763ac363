// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Trigger;
import org.huifang.api.revisit.Triggers;

/**
 * Tests a rule on history: the timeline is followed again in its order, the rule is looked at whenever something happened
 * to a learner or time could have changed it, by the code that fires it. Tags count as they were.
 */
final class Trying {
    private static final int STRETCH = 5_000;
    private static final int MOST_SHOWN = 500;

    /** A learner in a course as history goes on. */
    private static final class Watched {
        private Place place;
        private Fired fired = Fired.NEVER;
        private Instant looked;

        private Watched(Place place, Instant looked) {
            this.place = place;
            this.looked = looked;
        }
    }

    private final TenantId tenant;
    private final Trigger trigger;
    private final Instant from;
    private final Instant to;
    private final Map<PlaceKey, Watched> watched = new HashMap<>();
    private final Map<UUID, Set<String>> tags = new HashMap<>();
    private final List<Triggers.Firing> firings = new ArrayList<>();
    private final Set<UUID> people = new HashSet<>();
    private long times;

    Trying(TenantId tenant, Trigger trigger, Instant from, Instant to) {
        this.tenant = tenant;
        this.trigger = trigger;
        this.from = from;
        this.to = to;
    }

    Triggers.Trial over(LearnerArchive archive) {
        String cursor = "";
        Tail tail;
        do {
            tail = archive.tail(cursor, STRETCH, Following.KINDS);
            cursor = tail.cursor();
            tail.entries().stream().filter(entry -> entry.tenant().equals(tenant)).forEach(this::happened);
        } while (tail.more());
        watched.forEach((key, one) -> pass(key, one, to));
        firings.sort(Comparator.comparing(Triggers.Firing::at));
        return new Triggers.Trial(people.size(), times, firings.stream().limit(MOST_SHOWN).toList());
    }

    private void happened(TimelineEntry entry) {
        if (entry.fact() instanceof Fact.Tagged said) {
            Set<String> worn = tags.computeIfAbsent(said.learner(), id -> new HashSet<>());
            if (said.on()) {
                worn.add(said.tag());
            } else {
                worn.remove(said.tag());
            }
            return;
        }
        if (entry.learner() == null || entry.course() == null) {
            return;
        }
        var key = new PlaceKey(tenant, entry.course(), entry.learner());
        // History is told as it became known, and no earlier.
        Instant known = entry.fact().at().isAfter(entry.recorded()) ? entry.recorded() : entry.fact().at();
        Watched one = watched.computeIfAbsent(key,
                k -> new Watched(Place.from(Place.storable(entry.fact().at())), known));
        if (known.isAfter(one.looked)) {
            pass(key, one, known);
        }
        one.place = one.place.with(entry.fact());
        look(key, one, one.looked);
    }

    /** Time goes on to a moment without anything happening. */
    private void pass(PlaceKey key, Watched one, Instant until) {
        Optional<Instant> next = next(one);
        while (next.isPresent() && !next.get().isAfter(until)) {
            one.looked = next.get();
            look(key, one, one.looked);
            next = next(one);
        }
        one.looked = until.isAfter(one.looked) ? until : one.looked;
    }

    private Optional<Instant> next(Watched one) {
        return Optional.ofNullable(one.fired.look(trigger, one.place, one.looked).again())
                .filter(again -> again.isAfter(one.looked));
    }

    private void look(PlaceKey key, Watched one, Instant at) {
        if (!Watching.concerns(trigger, key, tags.getOrDefault(key.learner(), Set.of()))) {
            return;
        }
        Fired.Look look = one.fired.look(trigger, one.place, at);
        // What held before the time that is looked at would not have fired when the rule went live.
        if (at.isBefore(from)) {
            one.fired = new Fired(look.now().holds(), null, 0);
            return;
        }
        one.fired = look.now();
        if (look.fires() && !at.isAfter(to)) {
            times++;
            people.add(key.learner());
            firings.add(new Triggers.Firing(key.learner(), key.course(), at));
        }
    }
}
