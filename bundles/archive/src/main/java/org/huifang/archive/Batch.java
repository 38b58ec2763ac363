// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.archive.KeyTable.Key;
import org.huifang.persistence.Sql;

/**
 * Deliveries of one tenant that share a transaction, in statements over whole columns; in one statement when they name
 * only people and courses that were seen before and are believed to be new.
 *
 * <p>Every step locks its rows in key order, and the steps come in one order: deliveries, course keys, person keys,
 * enrolments, courses, links, purchases, tags, measures, learners, likenesses. So two writers wait for each other and never lock each
 * other out.
 */
final class Batch {
    /** What the transaction did; true only once it is committed. */
    record Result(List<Receipt> receipts, Set<Change> changes, Map<Key, UUID> people, Map<Key, UUID> courses) {}

    private final TenantId tenant;
    private final List<Checked> deliveries;
    private final KeyTable peopleKeys;
    private final KeyTable courseKeys;
    private final boolean believedNew;

    /** @param believedNew a delivery that came before makes the transaction fail as a duplicate */
    Batch(TenantId tenant, List<Checked> deliveries, KeyTable peopleKeys, KeyTable courseKeys, boolean believedNew) {
        this.tenant = tenant;
        this.deliveries = deliveries;
        this.peopleKeys = peopleKeys;
        this.courseKeys = courseKeys;
        this.believedNew = believedNew;
    }

    Result run(Connection connection) throws SQLException {
        Map<DeliveryKey, Checked> first = new LinkedHashMap<>();
        deliveries.forEach(checked -> first.putIfAbsent(DeliveryKey.of(checked.delivery()), checked));
        var statements = new RecordStatements(new Sql(connection), tenant);
        Keys keys = Keys.in(tenant, first.values());
        boolean atOnce = believedNew && courseKeys.knows(keys.courses()) && peopleKeys.knows(keys.people());
        if (!atOnce) {
            first.keySet().retainAll(statements.deliveries(first.keySet()));
            keys = Keys.in(tenant, first.values());
        }
        Map<Key, UUID> courses = courseKeys.resolve(connection, tenant, keys.courses(), Map.of());
        new Files(tenant, new Sql(connection)).check(first.values());
        Map<Key, UUID> people = peopleKeys.resolve(connection, tenant, keys.people(), keys.files());
        List<Entry> entries = first.values().stream().flatMap(checked -> entries(checked, people, courses)).toList();
        List<UUID> takenBack = statements.record(atOnce ? first.keySet() : Set.of(), entries);
        Courses.describe(new Sql(connection), entries);
        new Files(tenant, new Sql(connection)).bringUpToDate(entries, takenBack);
        return result(first, entries, people, courses);
    }

    private Result result(Map<DeliveryKey, Checked> fresh, List<Entry> entries, Map<Key, UUID> people,
            Map<Key, UUID> courses) {
        Map<DeliveryKey, Map<PersonKey, UUID>> namedPeople = new HashMap<>();
        Map<DeliveryKey, Map<CourseKey, UUID>> namedCourses = new HashMap<>();
        Set<Change> changes = new LinkedHashSet<>();
        for (Entry entry : entries) {
            changes.add(new Change(tenant, "archive", entry.learner(), entry.course()));
            // whoever is linked, merged or split off too: their pages are followed by their own files
            Files.named(entry.fact()).filter(id -> !id.equals(entry.learner()))
                    .forEach(id -> changes.add(new Change(tenant, "archive", id, entry.course())));
            PersonKey person = Entry.person(entry.fact());
            if (person != null && entry.learner() != null) {
                namedPeople.computeIfAbsent(entry.delivery(), k -> new HashMap<>()).put(person, entry.learner());
            }
            if (entry.fact() instanceof Fact.FromPlatform told) {
                namedCourses.computeIfAbsent(entry.delivery(), k -> new HashMap<>()).put(told.course(),
                        Objects.requireNonNull(entry.course()));
            }
        }
        List<Receipt> receipts = deliveries.stream().<Receipt>map(checked -> {
            DeliveryKey key = DeliveryKey.of(checked.delivery());
            return checked == fresh.get(key)
                    ? new Receipt.Recorded(namedPeople.getOrDefault(key, Map.of()),
                            namedCourses.getOrDefault(key, Map.of()))
                    : new Receipt.Duplicate();
        }).toList();
        return new Result(receipts, changes, people, courses);
    }

    private Stream<Entry> entries(Checked checked, Map<Key, UUID> people, Map<Key, UUID> courses) {
        DeliveryKey delivery = DeliveryKey.of(checked.delivery());
        return checked.facts().stream().map(stored -> switch (stored.fact()) {
            case Fact.FromHuifang own ->
                new Entry(stored.fact(), stored.json(), delivery, own.course(), own.learner());
            case Fact.FromPlatform told -> {
                PersonKey person = Entry.person(told);
                yield new Entry(told, stored.json(), delivery,
                        Objects.requireNonNull(courses.get(Key.of(tenant, told.course()))),
                        person == null ? null : people.get(Key.of(tenant, person)));
            }
            case Fact.ByKey told -> new Entry(told, stored.json(), delivery, null,
                    Objects.requireNonNull(people.get(Key.of(tenant, told.person()))));
            case Fact.ByFile told -> new Entry(told, stored.json(), delivery, null, told.learner());
        });
    }
}
