// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.RosterEntry;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** The far side of this bundle: takes deliveries once each and shows what it was given. It answers no questions. */
final class RecordingArchive implements LearnerArchive {
    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    final List<TimelineEntry> answers = new CopyOnWriteArrayList<>();
    private final Set<String> keys = new HashSet<>();

    @Override
    public synchronized Receipt record(Delivery delivery) {
        if (!keys.add(delivery.tenant() + "/" + delivery.source() + "/" + delivery.key())) {
            return new Receipt.Duplicate();
        }
        deliveries.add(delivery);
        Map<PersonKey, UUID> people = new HashMap<>();
        Map<CourseKey, UUID> courses = new HashMap<>();
        for (Fact fact : delivery.facts()) {
            CourseKey course = ((Fact.FromPlatform) fact).course();
            courses.put(course, id(course.toString()));
            person(fact).ifPresent(p -> people.put(p, id(p.toString())));
        }
        return new Receipt.Recorded(people, courses);
    }

    List<Fact> facts() {
        List<Fact> all = new ArrayList<>();
        deliveries.forEach(d -> all.addAll(d.facts()));
        return all;
    }

    static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Optional<PersonKey> person(Fact fact) {
        return switch (fact) {
            case Fact.Launched f -> Optional.of(f.person());
            case Fact.Enrolled f -> Optional.of(f.person());
            case Fact.Left f -> Optional.of(f.person());
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<LearnerFile> file(TenantId tenant, UUID learner) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Map<UUID, LearnerSummary> summaries(TenantId tenant, Collection<UUID> learners) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Page<LearnerSummary> find(TenantId tenant, String search, @Nullable String after, int limit) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public long count(TenantId tenant, String search) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public List<Course> courses(TenantId tenant) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Optional<Course> course(TenantId tenant, UUID course) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Page<RosterEntry> roster(TenantId tenant, UUID course, @Nullable String after, int limit) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Page<RosterEntry> roster(TenantId tenant, UUID course, Collection<UUID> only, @Nullable String after,
            int limit) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, UUID learner, @Nullable String after, int limit) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    public Page<TimelineEntry> timeline(TenantId tenant, UUID learner, Set<Class<? extends Fact>> kinds,
            @Nullable String after, int limit) {
        throw new AssertionError("not asked by this bundle");
    }

    @Override
    @SafeVarargs
    public final Tail tail(String cursor, int limit, Class<? extends Fact>... kinds) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(answers.size(), from + limit);
        return new Tail(answers.subList(from, to), to == 0 ? "" : Integer.toString(to), to < answers.size());
    }

    /** A questionnaire is handed in. */
    void answered(UUID learner, UUID course, Instant at) {
        answers.add(new TimelineEntry(TenantId.DEFAULT, answers.size() + 1L, learner, course,
                new Fact.Answered(learner, course, UUID.randomUUID(), "mid", 4, 9, "", at, at), "survey", at));
    }
}
