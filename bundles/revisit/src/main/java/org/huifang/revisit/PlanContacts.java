// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.persistence.Sql;
import org.huifang.revisit.planner.Planner;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plans the contacts of those for whom something has changed, or for whom it is time to look again. What is planned holds
 * until then, so a day in which nothing happens costs nothing.
 */
@Component
public final class PlanContacts implements Job {
    static final String NAME = "revisit.plan";
    static final Set<String> PURPOSES = Set.of("revisit", "survey", "care");
    private static final int BATCH = 2_000;
    /** Of one run; and so many at a time, so that while one waits for the database another is thought about. */
    private static final int BATCHES = 4;
    private static final int AT_ONCE = 2;

    private static final String NEXT = """
        select tenant, person, at > '-infinity' as quiet, xmin::text as version from revisit.replan where at <= ?
        order by at, person limit ?""";

    private static final long FRESH = Duration.ofSeconds(20).toNanos();

    /** Minutes of work by agent, counted at a moment and gone on with. */
    private record Counted(Map<UUID, Long> minutes, long at) {}

    /** @param quiet nothing of them is known to have changed */
    private record Person(TenantId tenant, UUID id, boolean quiet, String version) {}

    private final RevisitStore store;
    private final InstantSource clock;
    private final Planners planners;
    private final Owners owners;
    private final Settings settings;
    private final Telling telling;
    private final Map<TenantId, Counted> counted = new ConcurrentHashMap<>();

    @Activate
    public PlanContacts(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Planners planners,
            @Reference Owners owners, @Reference Settings settings, @Reference Telling telling) {
        this.store = store;
        this.clock = clock;
        this.planners = planners;
        this.owners = owners;
        this.settings = settings;
        this.telling = telling;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        if (!planners.there()) {
            return false;
        }
        Instant now = Place.storable(clock.instant());
        List<Person> persons = store.ofAll(sql -> sql.list(NEXT,
                row -> new Person(new TenantId(row.getString("tenant")), Sql.id(row, "person"),
                        row.getBoolean("quiet"), row.getString("version")),
                now, BATCH * BATCHES));
        persons.stream().collect(Collectors.groupingBy(Person::tenant))
                .forEach((tenant, ids) -> plan(tenant, ids, now));
        return persons.size() == BATCH * BATCHES;
    }

    private void plan(TenantId tenant, List<Person> persons, Instant now) {
        Reachability files = planners.reachability();
        Planner planner = planners.of(tenant);
        if (files == null || planner == null) {
            return;
        }
        ZoneId zone = settings.planning(tenant).zone();
        Instant tomorrow = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var assigning = Assigning.of(owners.staff(), tenant, now, zone);
        Counted before = counted.get(tenant);
        if (before != null && System.nanoTime() - before.at < FRESH) {
            assigning.load(before.minutes);
        }
        Function<List<Person>, Set<PlaceKey>> arranging = batch -> {
            Set<UUID> ids = batch.stream().map(Person::id).collect(Collectors.toCollection(HashSet::new));
            Arrangements.Beyond beyond = store.of(tenant,
                    sql -> Arrangements.beyond(sql, ids, now.plus(Arranging.HORIZON)));
            // the persons, and all parts of their files that something is owed to
            ids.addAll(beyond.parts());
            Map<UUID, Reach> reach = new HashMap<>(files.of(tenant, ids, PURPOSES, now));
            Map<UUID, String> quiet = batch.stream().filter(Person::quiet)
                    .collect(Collectors.toMap(Person::id, Person::version));
            Set<UUID> otherwise = batch.stream().filter(person -> !person.quiet()).map(Person::id)
                    .collect(Collectors.toCollection(HashSet::new));
            if (!quiet.isEmpty()) {
                otherwise.addAll(
                        store.of(tenant, sql -> new Arranging(sql, tenant, planner, planners, assigning, now, tomorrow)
                                .look(quiet, reach, beyond.far())));
            }
            if (otherwise.isEmpty()) {
                return Set.of();
            }
            reach.keySet().removeIf(learner -> quiet.containsKey(learner) && !otherwise.contains(learner));
            return store.of(tenant, sql -> new Arranging(sql, tenant, planner, planners, assigning, now, tomorrow)
                    .arrange(otherwise, reach));
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            IntStream.iterate(0, from -> from < persons.size(), from -> from + BATCH)
                    .mapToObj(from -> persons.subList(from, Math.min(from + BATCH, persons.size())))
                    .map(batch -> CompletableFuture.supplyAsync(() -> arranging.apply(batch), threads)).toList()
                    .forEach(batch -> telling.changed(batch.join()));
        }
        if (before == null || before.minutes != assigning.load()) {
            counted.put(tenant, new Counted(assigning.load(), System.nanoTime()));
        }
    }
}
