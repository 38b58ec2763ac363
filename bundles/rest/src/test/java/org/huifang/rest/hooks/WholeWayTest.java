// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.events.DeadLetter;
import org.huifang.api.events.Replayed;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.huifang.archive.RealArchive;
import org.huifang.events.EventStore;
import org.huifang.events.StoredLetters;
import org.huifang.events.StoredSequences;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.rest.Behind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the signed request to the file, on the real archive: whatever happens to hooks on the way, the file is the same. */
class WholeWayTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final RealArchive REAL = new RealArchive(DATABASE);
    private static final LearnerArchive ARCHIVE = REAL.archive();
    private static final EventStore STORE = new EventStore(DATABASE);
    private static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");
    private static final int TIMES = 10;
    private static final int ORDERS = 5;
    private static final List<String> HOOKS = List.of(
            hook("course.described", 1, "\"title\": \"Data\", \"start\": \"2026-09-01\"", ""),
            hook("enrolment.created", 2, "", "\"name\": \"王小明\", \"email\": \"old@example.org\""),
            hook("lesson.completed", 3, "", "", "\"lesson\": {\"title\": \"One\", \"progress\": 10}"),
            hook("access.granted", 4, "", "", "\"access\": {\"until\": \"2026-12-31T00:00:00Z\"}"),
            hook("lesson.completed", 5, "", "", "\"lesson\": {\"title\": \"Two\", \"progress\": 40}"),
            hook("enrolment.deleted", 6, "", ""),
            hook("enrolment.created", 7, "", "\"name\": \"王晓明\", \"email\": \"new@example.org\""),
            hook("test.taken", 8, "", "", "\"test\": {\"title\": \"Quiz\", \"score\": 55, \"passed\": false}"),
            hook("course.described", 9, "\"title\": \"Data, second edition\"", ""),
            hook("test.taken", 10, "", "", "\"test\": {\"title\": \"Quiz\", \"score\": 80, \"passed\": true}"),
            hook("access.granted", 11, "", "", "\"access\": {\"lessonsLeft\": 3}"),
            hook("complaint.raised", 12, "", "", "\"complaint\": {\"text\": \"It stops\"}"),
            hook("purchase.recorded", 13, "", "", "\"order\": {\"id\": \"A\", \"title\": \"A year\"}"),
            hook("purchase.recorded", 14, "", "",
                    "\"order\": {\"id\": \"A\", \"title\": \"A year\", \"kind\": \"renewed\"}"),
            hook("lesson.completed", 15, "", "", "\"lesson\": {\"title\": \"Three\", \"progress\": 90}"),
            hook("course.finished", 16, "", ""));

    private final StoredSequences sequences = new StoredSequences(STORE, () -> NOW, new Announcer(),
            Duration.ofMinutes(10));

    @AfterAll
    static void close() {
        REAL.close();
        DATABASE.close();
    }

    private static String hook(String type, int day, String course, String user, String... more) {
        return """
            {"type": "%s", "timestamp": "2026-09-%02dT08:00:00Z", "sequence": %d, "data":
              {"course": {"id": "c-1"%s}, "user": {"id": "u-1"%s}%s}}""".formatted(type, day, day,
                course.isEmpty() ? "" : ", " + course, user.isEmpty() ? "" : ", " + user,
                more.length == 0 ? "" : ", " + more[0]);
    }

    /** Each name is a source of a school of its own, and all speak of one platform. */
    private static HookSources sources() {
        return new HookSources() {
            @Override
            public Optional<HookSource> find(String name) {
                return Optional.of(new HookSource(new TenantId(name), name, Recorded.PLATFORM, List.of(Recorded.KEY)));
            }

            @Override
            public List<String> names(TenantId tenant) {
                throw new AssertionError();
            }

            @Override
            public String add(TenantId tenant, String name, @Nullable UUID platform) {
                throw new AssertionError();
            }

            @Override
            public String rotate(TenantId tenant, String name) {
                throw new AssertionError();
            }
        };
    }

    private HooksServlet servlet(StoredLetters letters) {
        var behind = new Behind();
        var servlet = new HooksServlet(() -> NOW, new Aside(letters, sequences), new HintDoor(), behind);
        behind.bindArchive(ARCHIVE);
        behind.bindSources(sources());
        return servlet;
    }

    private StoredLetters letters() {
        return new StoredLetters(STORE, () -> NOW, new Announcer(), new ReadAgain(sources(), ARCHIVE, () -> NOW));
    }

    private static int send(HooksServlet servlet, String school, String id, String body) throws Exception {
        var sender = new Sender(Recorded.KEY).sign(id, NOW, body);
        sender.path = "/" + school;
        return sender.send(servlet, body).status();
    }

    /** What the file says, without ids that differ from school to school. */
    private record Whole(String name, List<String> values, List<Enrolment> enrolments, List<Fact> facts) {
        static Whole of(String school) {
            var tenant = new TenantId(school);
            UUID learner = ARCHIVE.find(tenant, "", null, 2).items().getFirst().id();
            LearnerFile file = ARCHIVE.file(tenant, learner).orElseThrow();
            var nobody = new UUID(0, 0);
            return new Whole(file.name(),
                    file.values().stream().map(value -> value.field() + "=" + value.value()).sorted().toList(),
                    file.enrolments().stream().map(e -> new Enrolment(nobody, e.courseTitle(), e.role(), e.stage(),
                            e.progress(), e.enrolled(), e.lastActivity(), e.ended())).toList(),
                    ARCHIVE.timeline(tenant, learner, null, 500).items().stream().map(TimelineEntry::fact)
                            .filter(fact -> !(fact instanceof Fact.Purchased)).toList());
        }
    }

    @Tag("A18")
    @Test
    void every_hook_ten_times_and_in_any_order_gives_the_same_file() throws Exception {
        HooksServlet servlet = servlet(letters());
        for (int n = 0; n < HOOKS.size(); n++) {
            assertThat(send(servlet, "ordered", "m" + n, HOOKS.get(n))).isEqualTo(202);
        }
        Whole ordered = Whole.of("ordered");
        assertThat(ordered.name()).isEqualTo("王晓明");
        assertThat(ordered.enrolments()).singleElement().satisfies(enrolment -> {
            assertThat(enrolment.courseTitle()).isEqualTo("Data, second edition");
            assertThat(enrolment.progress()).isEqualTo(100);
        });
        for (int seed = 0; seed < ORDERS; seed++) {
            String school = "shuffled-" + seed;
            var all = new ArrayList<Integer>();
            IntStream.range(0, TIMES).forEach(time -> IntStream.range(0, HOOKS.size()).forEach(all::add));
            Collections.shuffle(all, new Random(seed));
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Integer>> calls = all.stream()
                        .<Callable<Integer>>map(n -> () -> send(servlet, school, "m" + n, HOOKS.get(n))).toList();
                for (Future<Integer> status : senders.invokeAll(calls)) {
                    assertThat(status.get()).isEqualTo(202);
                }
            }
            assertThat(Whole.of(school)).as("order %d", seed).isEqualTo(ordered);
            assertThat(sequences.gaps(new TenantId(school))).isEmpty();
        }
    }

    @Test
    void a_hook_that_is_not_understood_is_kept_and_has_its_effect_once_when_it_is() throws Exception {
        StoredLetters letters = letters();
        HooksServlet servlet = servlet(letters);
        String odd = hook("lesson.exploded", 1, "", "");
        assertThat(send(servlet, "odd", "m1", odd)).isEqualTo(422);
        assertThat(send(servlet, "odd", "m1", odd)).isEqualTo(422);
        assertThat(send(servlet, "odd", "m3", hook("enrolment.created", 3, "", "\"name\": \"A\""))).isEqualTo(202);
        var school = new TenantId("odd");
        DeadLetter letter = letters.list(school, DeadLetter.State.OPEN, null, null, 10).items().getFirst();
        assertThat(letter.times()).isEqualTo(2);
        assertThat(letter.type()).isEqualTo("lesson.exploded");
        assertThat(letter.reason()).startsWith("/type is not one of");
        assertThat(letters.replay(school, letter.id())).isInstanceOf(Replayed.Refused.class);
        // it came, so that only number 2 is missing
        assertThat(sequences.gaps(school)).singleElement().satisfies(gap -> {
            assertThat(gap.first()).isEqualTo(2);
            assertThat(gap.last()).isEqualTo(2);
        });

        assertThat(send(servlet, "odd", "m1", hook("enrolment.deleted", 4, "", ""))).isEqualTo(202);
        letters.keep(school, "odd", "m9", "course.finished", "mended since",
                hook("course.finished", 5, "", "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        DeadLetter mended = letters.list(school, DeadLetter.State.OPEN, null, null, 10).items().stream()
                .filter(each -> each.key().equals("m9")).findFirst().orElseThrow();
        assertThat(letters.replay(school, mended.id())).isEqualTo(new Replayed.Recorded());
        assertThat(send(servlet, "odd", "m9", hook("course.finished", 5, "", ""))).isEqualTo(202);
        assertThat(Whole.of("odd").facts()).filteredOn(Fact.CourseFinished.class::isInstance).hasSize(1);
    }
}
