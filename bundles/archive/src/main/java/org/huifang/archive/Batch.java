// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.archive.KeyTable.Key;

/**
 * Deliveries of one tenant that share a transaction, in statements over whole columns.
 *
 * <p>Every step locks its rows in key order, and the steps come in one order: deliveries, course keys, person keys,
 * courses, enrolments, learners. So two writers wait for each other and never lock each other out.
 */
final class Batch {
    private static final String NEW_DELIVERIES = """
        insert into archive.delivery (tenant, source, key)
        select ?, source, key from unnest(?::text[], ?::text[]) as d (source, key)
        order by source, key on conflict do nothing returning source, key""";

    /** What the transaction did; true only once it is committed. */
    record Result(List<Receipt> receipts, Set<Change> changes, Map<Key, UUID> people, Map<Key, UUID> courses) {}

    private record DeliveryKey(String source, String key) {
        static DeliveryKey of(Checked checked) {
            return new DeliveryKey(checked.delivery().source(), checked.delivery().key());
        }
    }

    private final TenantId tenant;
    private final List<Checked> deliveries;
    private final KeyTable peopleKeys;
    private final KeyTable courseKeys;

    Batch(TenantId tenant, List<Checked> deliveries, KeyTable peopleKeys, KeyTable courseKeys) {
        this.tenant = tenant;
        this.deliveries = deliveries;
        this.peopleKeys = peopleKeys;
        this.courseKeys = courseKeys;
    }

    Result run(Connection connection) throws SQLException {
        Set<Checked> fresh = fresh(connection);
        Set<Key> personNames = new LinkedHashSet<>();
        Set<Key> courseNames = new LinkedHashSet<>();
        for (Checked checked : fresh) {
            for (Checked.Stored stored : checked.facts()) {
                PersonKey person = Entry.person(stored.fact());
                if (person != null) {
                    personNames.add(key(person));
                }
                if (stored.fact() instanceof Fact.FromPlatform told) {
                    courseNames.add(key(told.course()));
                }
            }
        }
        Map<Key, UUID> courses = courseKeys.resolve(connection, tenant, courseNames);
        Map<Key, UUID> people = peopleKeys.resolve(connection, tenant, personNames);

        List<Entry> entries = new ArrayList<>();
        Map<Checked, Receipt> receipts = new HashMap<>();
        for (Checked checked : fresh) {
            Map<PersonKey, UUID> namedPeople = new LinkedHashMap<>();
            Map<CourseKey, UUID> namedCourses = new LinkedHashMap<>();
            for (Checked.Stored stored : checked.facts()) {
                entries.add(entry(checked.delivery(), stored, people, courses, namedPeople, namedCourses));
            }
            receipts.put(checked, new Receipt.Recorded(namedPeople, namedCourses));
        }
        Effects.of(tenant, entries).write(connection);
        Set<Change> changes = new LinkedHashSet<>();
        entries.forEach(entry -> changes.add(new Change(tenant, "archive", entry.learner(), entry.course())));
        return new Result(
                deliveries.stream().map(one -> receipts.getOrDefault(one, new Receipt.Duplicate())).toList(), changes,
                people, courses);
    }

    /** The first of each key that is not in the archive yet, in the order of arrival. */
    private Set<Checked> fresh(Connection connection) throws SQLException {
        Map<DeliveryKey, Checked> first = new LinkedHashMap<>();
        deliveries.forEach(checked -> first.putIfAbsent(DeliveryKey.of(checked), checked));
        var accepted = new HashSet<>(new Sql(connection).list(NEW_DELIVERIES,
                row -> new DeliveryKey(row.getString("source"), row.getString("key")), tenant.value(),
                first.keySet().stream().map(DeliveryKey::source).toArray(String[]::new),
                first.keySet().stream().map(DeliveryKey::key).toArray(String[]::new)));
        Set<Checked> fresh = new LinkedHashSet<>();
        first.forEach((key, checked) -> {
            if (accepted.contains(key)) {
                fresh.add(checked);
            }
        });
        return fresh;
    }

    private Entry entry(Delivery delivery, Checked.Stored stored, Map<Key, UUID> people, Map<Key, UUID> courses,
            Map<PersonKey, UUID> namedPeople, Map<CourseKey, UUID> namedCourses) {
        Fact fact = stored.fact();
        return switch (fact) {
            case Fact.FromHuifang own -> new Entry(fact, stored.json(), delivery.source(), own.course(), own.learner());
            case Fact.FromPlatform told -> {
                UUID course = Objects.requireNonNull(courses.get(key(told.course())));
                namedCourses.put(told.course(), course);
                PersonKey person = Entry.person(fact);
                UUID learner = person == null ? null : Objects.requireNonNull(people.get(key(person)));
                if (person != null && learner != null) {
                    namedPeople.put(person, learner);
                }
                yield new Entry(fact, stored.json(), delivery.source(), course, learner);
            }
        };
    }

    private Key key(PersonKey person) {
        return new Key(tenant, person.source(), person.subject());
    }

    private Key key(CourseKey course) {
        return new Key(tenant, course.source(), course.context());
    }
}
