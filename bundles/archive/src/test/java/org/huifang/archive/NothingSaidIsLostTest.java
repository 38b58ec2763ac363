// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.archive.Course101.COURSE;
import static org.huifang.archive.Course101.SOURCE;
import static org.huifang.archive.Course101.day;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Hooks, lists, edits, merges and splits in any order, against what was said. */
class NothingSaidIsLostTest {
    private static final Course101 HERE = new Course101();
    private static final int STEPS = 150;
    private static final int TELLERS = 4;
    private static final String[] FIELDS = {"name", "email", "phone", "goal"};

    /** What a source said, and must be found in the file for ever. */
    private record Told(UUID learner, String field, String value, String source, String author) {}

    private final CopyOnWriteArrayList<UUID> people = new CopyOnWriteArrayList<>();
    private final Set<Told> told = ConcurrentHashMap.newKeySet();
    private final List<Delivery> deliveries = Collections.synchronizedList(new ArrayList<>());
    private final ThreadLocal<Random> randoms = new ThreadLocal<>();
    private TenantId tenant = TenantId.DEFAULT;

    @AfterAll
    static void close() {
        HERE.close();
    }

    @RepeatedTest(3)
    void whatever_happens_in_whatever_order_each_value_keeps_its_provenance(RepetitionInfo repetition)
            throws SQLException {
        long seed = Long.getLong("huifang.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dhuifang.seed)");
        randoms.set(new Random(seed));
        tenant = new TenantId("lost-" + repetition.getCurrentRepetition());
        for (int step = 0; step < STEPS; step++) {
            step(step);
        }
        assertNothingIsLost(seed);
    }

    @RepeatedTest(3)
    void whatever_several_tell_at_the_same_time_each_value_keeps_its_provenance(RepetitionInfo repetition)
            throws Exception {
        long seed = Long.getLong("huifang.seed", System.nanoTime());
        System.out.println("seed " + seed + " (-Dhuifang.seed), of what is told and not of who is first");
        randoms.set(new Random(seed));
        tenant = new TenantId("at-once-" + repetition.getCurrentRepetition());
        for (int step = 0; step < 10; step++) {
            hook();
        }
        try (var threads = Executors.newFixedThreadPool(TELLERS)) {
            var done = new ArrayList<Future<?>>();
            for (int teller = 1; teller <= TELLERS; teller++) {
                var own = new Random(seed + teller);
                done.add(threads.submit(() -> {
                    randoms.set(own);
                    for (int step = 0; step < STEPS / TELLERS; step++) {
                        step(step);
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        assertNothingIsLost(seed);
    }

    private Random random() {
        return randoms.get();
    }

    private void assertNothingIsLost(long seed) throws SQLException {
        assertEverythingIsThere(seed);

        List<String> before = rows();
        for (int again = 0; again < 10; again++) {
            Collections.shuffle(deliveries, random());
            assertThat(deliveries.parallelStream().map(HERE.archive::record).distinct())
                    .containsExactly(new Receipt.Duplicate());
        }
        assertThat(rows()).as("told ten times more, seed " + seed).isEqualTo(before);

        people.forEach(one -> people.forEach(other -> record("staff", new Fact.Split(other, one, "", "staff:a",
                day(99)))));
        people.forEach(one -> assertThat(file(one).parts()).as("seed " + seed).containsExactly(one));
        assertEverythingIsThere(seed);
    }

    private void assertEverythingIsThere(long seed) throws SQLException {
        for (UUID one : people) {
            LearnerFile file = file(one);
            Set<Told> kept = file.parts().stream().flatMap(part -> Arrays.stream(FIELDS).flatMap(
                    field -> HERE.keeping.history(tenant, one, field).stream()
                            .map(value -> new Told(part, field, value.value(), value.source(), value.author()))))
                    .collect(Collectors.toSet());
            assertThat(kept).as("seed " + seed).containsAll(told.stream()
                    .filter(said -> file.parts().contains(said.learner())).toList());
            KeepingFilesTest.assertSame(HERE.keeping.asOf(tenant, one, Instant.now().plusSeconds(60)).orElseThrow(),
                    file);
            assertThat(file.values().stream().map(value -> value.field() + " " + value.value()).sorted().toList())
                    .as("lists show what the file says, seed " + seed).isEqualTo(held(file.id()));
            assertThat(file.values()).as("one value a field").extracting(FieldValue::field).doesNotHaveDuplicates();
        }
    }

    private List<String> held(UUID file) throws SQLException {
        return Rows.in(HERE.database,
                "select key || ' ' || value from archive.learner, jsonb_each_text(held) where id = '"
                        + file + "' order by key collate \"C\"");
    }

    private void step(int step) {
        int kind = people.size() < 3 ? 0 : random().nextInt(13);
        switch (kind) {
            case 0, 1, 2 -> hook();
            case 3, 4 -> list(step);
            case 5, 6 -> edit();
            case 7, 8 -> record("staff", new Fact.Merged(anyone(), anyone(), "alike", "staff:a", day(step)));
            case 9 -> record("staff", new Fact.Split(anyone(), anyone(), "not alike", "staff:a", day(step)));
            default -> check();
        }
    }

    private void hook() {
        var person = new PersonKey(SOURCE, "p" + random().nextInt(6));
        var identity = new Identity(maybe("name"), maybe("email"), maybe("phone"), null, null, maybe("goal"));
        Receipt receipt = record(SOURCE, new Fact.Enrolled(COURSE, person, identity, CourseRole.LEARNER,
                day(random().nextInt(60))));
        UUID learner = met(receipt, person);
        var values = new HashMap<String, String>();
        put(values, "name", identity.name());
        put(values, "email", identity.email());
        put(values, "phone", identity.phone());
        put(values, "goal", identity.goal());
        values.forEach((field, value) -> told.add(new Told(learner, field, value, SOURCE, SOURCE)));
    }

    private void list(int step) {
        String source = "import:" + random().nextInt(3);
        var person = new PersonKey(source, "row-" + random().nextInt(8));
        var values = new HashMap<String, String>();
        for (String field : FIELDS) {
            put(values, field, maybe(field));
        }
        if (random().nextInt(6) == 0) {
            met(record(source, new Fact.PersonDescribed(person, null, Map.of(), Confidence.REPORTED, "staff:b",
                    day(step))), person);
            record(source, new Fact.PersonWithdrawn(person, "staff:b", day(step)));
            return;
        }
        Receipt receipt = record(source,
                new Fact.PersonDescribed(person, random().nextBoolean() ? anyone() : null, values,
                        Confidence.REPORTED, "staff:b", day(random().nextInt(60))));
        UUID learner = met(receipt, person);
        values.forEach((field, value) -> told.add(new Told(learner, field, value, source, "staff:b")));
    }

    private void edit() {
        LearnerFile file = file(anyone());
        String field = FIELDS[random().nextInt(FIELDS.length)];
        String value = maybe(field);
        if (value == null) {
            return;
        }
        var edit = new Edit(UUID.randomUUID(), file.id(), field, value,
                file.value(field).map(FieldValue::id).orElse(null),
                random().nextBoolean() ? Confidence.STATED : Confidence.VERIFIED,
                "staff", "staff:a", day(random().nextInt(60)));
        Edited edited = HERE.keeping.edit(tenant, edit);
        if (edited instanceof Edited.ChangedMeanwhile) {
            return; // by another teller
        }
        assertThat(edited).isEqualTo(new Edited.Taken());
        assertThat(HERE.keeping.edit(tenant, edit)).isEqualTo(new Edited.Taken());
        told.add(new Told(file.id(), field, value, "staff", "staff:a"));
    }

    /** Found right or wrong, some of it taken back. */
    private void check() {
        String field = FIELDS[random().nextInt(FIELDS.length)];
        String value = maybe(field);
        if (value != null) {
            record("staff", new Fact.ValueChecked(anyone(), field, value, random().nextInt(3) == 0, "staff:a",
                    day(random().nextInt(60))));
        }
    }

    private Receipt record(String source, Fact fact) {
        var delivery = new Delivery(tenant, source, UUID.randomUUID().toString(), List.of(fact));
        deliveries.add(delivery);
        return HERE.archive.record(delivery);
    }

    private UUID met(Receipt receipt, PersonKey person) {
        UUID learner = ((Receipt.Recorded) receipt).people().get(person);
        people.addIfAbsent(learner);
        return learner;
    }

    private LearnerFile file(UUID learner) {
        return HERE.archive.file(tenant, learner).orElseThrow();
    }

    private UUID anyone() {
        return people.get(random().nextInt(people.size()));
    }

    private @Nullable String maybe(String field) {
        int n = random().nextInt(5);
        return random().nextInt(3) == 0 ? null : switch (Field.of(field).orElseThrow()) {
            case EMAIL -> "a" + n + "@example.org";
            case PHONE -> "1380000000" + n;
            default -> field + " " + n;
        };
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    private List<String> rows() throws SQLException {
        var rows = new ArrayList<String>();
        for (String table : List.of("learner", "identity_value", "identity_key", "merge", "likeness", "timeline",
                "enrolment", "delivery", "checked")) {
            rows.addAll(Rows.in(HERE.database, "select '" + table + " ' || t::text from archive." + table
                    + " t where tenant = '" + tenant.value() + "' order by 1"));
        }
        return rows;
    }
}
