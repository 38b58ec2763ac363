// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.huifang.api.script.Chosen;
import org.huifang.api.script.Decision;
import org.huifang.api.script.Script;
import org.huifang.api.script.ScriptEvent;
import org.huifang.api.script.ScriptEvent.What;
import org.huifang.api.script.ScriptStudio;
import org.huifang.api.script.ScriptUse;
import org.huifang.api.script.ScriptVersion;
import org.huifang.api.script.ScriptVersion.Node;
import org.huifang.api.script.ScriptVersion.Status;
import org.huifang.api.script.Scripts;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudioTest {
    private static final TenantId HERE = new TenantId("here");
    private static final TenantId ELSEWHERE = new TenantId("elsewhere");
    private static final UUID LI = UUID.randomUUID();
    private static final UUID WANG = UUID.randomUUID();
    private static final UUID COURSE = UUID.randomUUID();
    private static volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private static final InstantSource CLOCK = () -> now;
    private static TestDatabase database;
    private static ScriptStore store;
    private ScriptStudio studio;
    private Scripts scripts;

    @BeforeAll
    static void open() {
        database = TestDatabase.start();
        store = new ScriptStore(database);
    }

    @BeforeEach
    void clear() throws Exception {
        database.execute("truncate script.script, script.version, script.event, script.begun, script.use");
        var live = new LiveScripts(store, CLOCK);
        studio = new StoredStudio(store, live, new Announcer(), CLOCK);
        scripts = new StoredScripts(live, store, CLOCK);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_school_begins_with_scripts_for_each_step_and_language_and_gets_them_once() throws Exception {
        Callable<List<ScriptVersion>> asking = () -> studio.all(HERE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(asking, asking, asking))) {
                assertThat(done.get()).extracting(ScriptVersion::step).containsExactly("end", "first", "mid");
            }
        }
        Script script = scripts.script(HERE, "first", COURSE, "zh-TW").orElseThrow();
        assertThat(script.language()).isEqualTo("zh-Hant");
        assertThat(script.start().orElseThrow().text()).contains("負責您課程回訪的{agent}");
        assertThat(script.nodes()).allSatisfy(node -> node.branches()
                .forEach(branch -> assertThat(script.node(branch.to())).isPresent()));
        assertThat(scripts.script(HERE, "first", COURSE, "ja").orElseThrow().language()).isEqualTo("zh-Hans");
        assertThat(scripts.script(HERE, "of-their-own", COURSE, "en")).isEmpty();
        studio.all(HERE).forEach(each -> studio.retire(HERE, each.script(), LI, "not ours"));
        assertThat(scripts.script(HERE, "first", COURSE, "en")).isEmpty();
        assertThat(scripts.script(ELSEWHERE, "first", COURSE, "en")).isPresent();
    }

    @Test
    void a_draft_is_live_only_after_somebody_else_approved_it() {
        ScriptVersion draft = written(first(), "您好，{name}。方便吗？");
        assertThat(studio.approve(HERE, draft.script(), draft.version(), WANG, "")).isEqualTo(Decision.MOVED_ON);
        assertThat(studio.ask(HERE, draft.script(), draft.version(), LI, "shorter")).isEqualTo(Decision.DONE);
        assertThat(studio.save(HERE, draft, LI)).isEmpty();
        assertThat(studio.approve(HERE, draft.script(), draft.version(), LI, "")).isEqualTo(Decision.OWN_WORK);
        assertThat(opening()).startsWith("您好，{name}，我是负责您课程回访的{agent}。");
        assertThat(studio.approve(HERE, draft.script(), draft.version(), WANG, "good")).isEqualTo(Decision.DONE);
        assertThat(opening()).isEqualTo("您好，{name}。方便吗？");
        assertThat(studio.approve(HERE, draft.script(), draft.version(), WANG, "")).isEqualTo(Decision.MOVED_ON);
        assertThat(studio.versions(HERE, draft.script())).extracting(ScriptVersion::status)
                .containsExactly(Status.LIVE, Status.REPLACED);
        assertThat(studio.history(HERE, draft.script())).extracting(ScriptEvent::what, ScriptEvent::by)
                .startsWith(org.assertj.core.groups.Tuple.tuple(What.APPROVED, WANG),
                        org.assertj.core.groups.Tuple.tuple(What.ASKED, LI));
    }

    @Test
    void what_is_live_never_changes_and_an_older_version_can_be_taken_into_use_again() {
        ScriptVersion brought = first();
        assertThat(studio.save(HERE, brought.with(List.of()), LI)).isEmpty();
        ScriptVersion draft = written(brought, "您好，{name}。");
        studio.ask(HERE, draft.script(), 2, LI, "");
        studio.approve(HERE, draft.script(), 2, WANG, "");
        assertThat(studio.resume(HERE, draft.script(), 1, LI, "was better")).isEqualTo(Decision.DONE);
        assertThat(scripts.script(HERE, "first", COURSE, "en").orElseThrow().version()).isEqualTo(1);
        assertThat(studio.versions(HERE, draft.script())).extracting(ScriptVersion::status)
                .containsExactly(Status.REPLACED, Status.LIVE);
        assertThat(studio.versions(HERE, draft.script()).getLast().nodes()).isEqualTo(brought.nodes());
    }

    @Test
    void a_cold_script_is_not_even_asked_for() {
        ScriptVersion draft = written(first(), "您好。今天做回访。请您配合。");
        assertThat(studio.ask(HERE, draft.script(), draft.version(), LI, "")).isEqualTo(Decision.FAULTY);
        assertThat(studio.check(draft)).hasSize(1);
    }

    @Test
    void whoever_returns_a_draft_gives_a_reason_and_it_is_worked_on_further() {
        ScriptVersion draft = written(first(), "您好，{name}。");
        studio.ask(HERE, draft.script(), draft.version(), LI, "");
        assertThat(studio.giveBack(HERE, draft.script(), draft.version(), WANG, "too short")).isEqualTo(Decision.DONE);
        assertThat(studio.history(HERE, draft.script()).getFirst().note()).isEqualTo("too short");
        ScriptVersion open = studio.open(HERE, draft.script(), WANG);
        assertThat(open.version()).isEqualTo(draft.version());
        assertThat(studio.save(HERE, open, WANG).orElseThrow().authors()).containsExactlyInAnyOrder(LI, WANG);
    }

    @Test
    void of_two_who_keep_the_same_edition_the_second_is_told() {
        ScriptVersion open = studio.open(HERE, first().script(), LI);
        ScriptVersion kept = studio.save(HERE, open.with(List.of()), LI).orElseThrow();
        assertThat(studio.save(HERE, open, WANG)).isEmpty();
        assertThat(kept.edition()).isEqualTo(open.edition() + 1);
        assertThat(studio.save(HERE, kept, WANG)).isPresent();
    }

    @Test
    void a_dropped_draft_leaves_what_is_live_and_a_script_that_never_was_live_goes() {
        ScriptVersion open = studio.open(HERE, first().script(), LI);
        assertThat(studio.drop(HERE, open.script())).isTrue();
        assertThat(studio.drop(HERE, open.script())).isFalse();
        assertThat(studio.versions(HERE, open.script())).hasSize(1);
        ScriptVersion made = studio.create(HERE, "生日", "birthday", null, "", null, LI).orElseThrow();
        assertThat(studio.create(HERE, "再来", "birthday", null, "", null, LI)).isEmpty();
        assertThat(studio.drop(HERE, made.script())).isTrue();
        assertThat(studio.create(HERE, "再来", "birthday", null, "", null, LI)).isPresent();
    }

    @Test
    void a_script_for_the_course_stands_before_one_for_the_step_before_one_for_any() {
        live(studio.create(HERE, "any", "", null, "", null, LI).orElseThrow(), "任何{name}");
        live(studio.create(HERE, "course", "first", COURSE, "", null, LI).orElseThrow(), "本课{name}");
        assertThat(opening()).isEqualTo("本课{name}");
        assertThat(scripts.script(HERE, "first", UUID.randomUUID(), "zh-Hans").orElseThrow().version()).isEqualTo(1);
        assertThat(scripts.script(HERE, "birthday", COURSE, "en").orElseThrow().start().orElseThrow().text())
                .isEqualTo("任何{name}");
    }

    @Test
    void two_variants_share_the_learners_evenly_and_each_learner_stays_with_one() {
        ScriptVersion other = studio.create(HERE, "warmer", "first", null, "B", first().script(), LI).orElseThrow();
        assertThat(other.nodes()).isEqualTo(first().nodes());
        live(other, "您好，{name}，近来可好？");
        List<UUID> learners = IntStream.range(0, 2_000).mapToObj(n -> new UUID(7, n)).toList();
        long second = learners.stream().filter(learner -> variant(learner).equals("B")).count();
        assertThat(second).isBetween(900L, 1_100L);
        assertThat(chosen(LI).of()).isEqualTo(2);
        Map<UUID, String> before = learners.stream().collect(Collectors.toMap(each -> each, this::variant));
        live(studio.create(HERE, "third", "first", null, "C", null, LI).orElseThrow(), "{name}，您好。");
        assertThat(learners).allSatisfy(each -> assertThat(variant(each)).isIn(before.get(each), "C"));
        assertThat(learners.stream().filter(each -> variant(each).equals("C")).count()).isBetween(567L, 767L);
    }

    @Test
    void what_was_followed_is_counted_once_for_each_obligation() {
        UUID obligation = UUID.randomUUID();
        Chosen chosen = chosen(LI);
        scripts.used(HERE, obligation, LI, chosen);
        scripts.used(HERE, obligation, LI, chosen);
        scripts.used(HERE, UUID.randomUUID(), WANG, chosen(WANG));
        assertThat(scripts.uses(HERE, "first")).containsExactly(new ScriptUse(first().script(), 1, "", 2, now));
        assertThat(scripts.uses(ELSEWHERE, "first")).isEmpty();
    }

    private ScriptVersion first() {
        return studio.all(HERE).stream().filter(each -> each.step().equals("first") && each.status() == Status.LIVE)
                .findFirst().orElseThrow();
    }

    private ScriptVersion written(ScriptVersion live, String text) {
        ScriptVersion open = studio.open(HERE, live.script(), LI);
        return studio.save(HERE, open.with(List.of(new Node("a", Map.of("zh-Hans", text), List.of()))), LI)
                .orElseThrow();
    }

    private void live(ScriptVersion draft, String text) {
        ScriptVersion kept = written(draft, text);
        assertThat(studio.ask(HERE, kept.script(), kept.version(), LI, "")).isEqualTo(Decision.DONE);
        assertThat(studio.approve(HERE, kept.script(), kept.version(), WANG, "")).isEqualTo(Decision.DONE);
    }

    private String opening() {
        return scripts.script(HERE, "first", COURSE, "zh-Hans").orElseThrow().start().orElseThrow().text();
    }

    private String variant(UUID learner) {
        return chosen(learner).variant();
    }

    private Chosen chosen(UUID learner) {
        return scripts.script(HERE, "first", COURSE, "zh-Hans", learner).orElseThrow();
    }
}
