// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.archive.Reach;
import org.huifang.api.care.Occasion;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds who has a birthday or a festival, day by day where they are, a page of people at a time; the page and what it
 * brought commit together. Days on which Huifang was not running are made up for, so that nobody is skipped silently.
 */
@Component
public final class FindOccasions implements Job {
    static final String NAME = "care.find";
    private static final int DAYS_BACK = 31;

    private record Key(UUID greeting, LocalDate day) {}

    private final CareStore store;
    private final People people;
    private final Jobs jobs;

    @Activate
    public FindOccasions(@Reference CareStore store, @Reference People people, @Reference Jobs jobs) {
        this.store = store;
        this.people = people;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = people.now();
        LocalDate first = Look.oldest(now).minusDays(DAYS_BACK);
        List<Kept> live = store.ofAll(GreetingTable::live);
        if (live.isEmpty()) {
            return false;
        }
        Map<Key, Look> looks = store.ofAll(sql -> Look.since(sql, first)).stream()
                .collect(Collectors.toMap(look -> new Key(look.greeting(), look.day()), Function.identity()));
        for (Kept kept : live) {
            for (LocalDate day : days(kept, first, now)) {
                Optional<Look> look = Look.now(looks.get(new Key(kept.id(), day)), kept, day, now);
                if (look.isPresent()) {
                    page(kept, look.get(), now);
                    return true;
                }
            }
        }
        return false;
    }

    /** The days of this greeting from when it went live up to those that have begun somewhere. */
    private static List<LocalDate> days(Kept kept, LocalDate first, Instant now) {
        Instant since = kept.since();
        LocalDate live = since == null ? first : Look.oldest(since);
        LocalDate from = live.isAfter(first) ? live : first;
        return switch (kept.greeting().occasion()) {
            case Occasion.Birthday() -> from.isAfter(Look.newest(now))
                    ? List.of()
                    : from.datesUntil(Look.newest(now).plusDays(1)).toList();
            case Occasion.Festival(var days) -> days.stream()
                    .filter(day -> !day.isBefore(from) && !day.isAfter(Look.newest(now))).toList();
            case Occasion.Milestone _,Occasion.Finished _ -> List.of();
        };
    }

    private void page(Kept kept, Look look, Instant now) {
        LocalDate day = look.day();
        boolean birthday = kept.greeting().occasion() instanceof Occasion.Birthday;
        String occasion = birthday ? Integer.toString(day.getYear()) : day.toString();
        Page<Reach> page = people.on(kept, day, look.position().isEmpty() ? null : look.position());
        Set<UUID> known = store.of(kept.tenant(), sql -> OwedTable.known(sql, kept, occasion,
                page.items().stream().map(Reach::person).toList()));
        var found = new ArrayList<Owed>();
        for (Reach person : page.items()) {
            Owed owed = Owed.on(kept, person.person(), occasion, day, people.zone(kept.tenant(), person));
            if (!known.contains(person.person()) && inTime(kept, look, owed, now)
                    && (!birthday || people.enrolled(kept, person.person()))) {
                found.add(owed);
            }
        }
        boolean moved = store.of(kept.tenant(), sql -> {
            if (!look.move(sql, kept, page.next())) {
                return false;
            }
            OwedTable.add(sql, found, now);
            return true;
        });
        if (moved && !found.isEmpty()) {
            jobs.wake(SendGreetings.NAME);
        }
    }

    /** Whoever should have been found while the day lasted is told of as missed; whoever came later is not. */
    private static boolean inTime(Kept kept, Look look, Owed owed, Instant now) {
        @Nullable
        Instant since = kept.since();
        return since != null && owed.ends().isAfter(since)
                && (owed.ends().isAfter(now) || look.missed(owed.begins()));
    }
}
