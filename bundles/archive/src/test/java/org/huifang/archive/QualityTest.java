// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Ask;
import org.huifang.api.archive.Ask.Reason;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.FieldQuality;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.KeeperQuality;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Relation;
import org.huifang.api.archive.ReviewItem;
import org.huifang.api.archive.ReviewRound;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.archive.StaleValue;
import org.huifang.api.evaluation.Estimate;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final Course101 HERE = new Course101();
    private static final Instant NOW = Course101.day(700);
    private static final String LI = "staff:li";
    private static final CourseKey COURSE = new CourseKey("platform:q", "course");
    private static final List<String> ASKED = List.of("name", "phone", "hours", "channel", "goal", "email");

    private final List<String> woken = new ArrayList<>();
    private final FileQuality quality = new KeepingQuality(HERE.store, new Announcer(List.of()), woken::add,
            () -> NOW);

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Receipt tell(TenantId school, String source, Fact... facts) {
        return HERE.archive.record(new Delivery(school, source, UUID.randomUUID().toString(), List.of(facts)));
    }

    private static UUID file(TenantId school, String subject, CourseRole role) {
        var key = new PersonKey("platform:q", subject);
        return ((Receipt.Recorded) tell(school, "platform:q",
                new Fact.Enrolled(COURSE, key, Identity.of(null, null), role, ago(600)))).people().get(key);
    }

    private static void say(TenantId school, UUID file, String source, String field, String value, Instant at) {
        tell(school, source, new Fact.ValueSaid(file, field, value, Confidence.STATED, LI, at));
    }

    private static void check(TenantId school, UUID file, String field, String value, boolean right, Instant at) {
        tell(school, "staff", new Fact.ValueChecked(file, field, value, right, LI, at));
    }

    private Scorecard count(TenantId school) {
        quality.countAnew(school);
        var job = new CountQuality(HERE.store, new Announcer(List.of()), () -> NOW);
        while (job.run()) {
            assertThat(job.name()).isEqualTo("archive.quality");
        }
        return quality.scorecard(school).orElseThrow();
    }

    private static FieldQuality field(Scorecard card, String name) {
        return card.fields().stream().filter(f -> f.policy().field().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void the_measures_are_those_that_were_counted_by_hand() {
        var school = new TenantId("by-hand");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        UUID ben = file(school, "ben", CourseRole.LEARNER);
        UUID teacher = file(school, "teacher", CourseRole.INSTRUCTOR);
        say(school, teacher, "staff", "name", "Teacher", ago(1));
        UUID mother = file(school, "mother", CourseRole.LEARNER);
        tell(school, "staff", new Fact.Merged(ben, mother, "", LI, ago(1)));
        say(school, anna, "staff", "name", "Anna", ago(500));
        say(school, anna, "staff", "phone", "13800001111", ago(366));
        say(school, anna, "staff", "goal", "exam", ago(400));
        say(school, anna, "learner", "goal", "travel", ago(10));
        say(school, ben, "staff", "hours", "19:00-21:00", ago(179));
        say(school, mother, "hook:shop", "email", "b@example.org", ago(364));
        UUID keeper = UUID.randomUUID();
        tell(school, "staff", new Fact.KeeperNamed(mother, keeper, LI, ago(2)));

        Scorecard card = count(school);
        assertThat(card.files()).isEqualTo(2);
        assertThat(card.kept()).isEqualTo(1);
        assertThat(quality.keepers(school)).as("ben's file is the mother's too: a contact of contact, name, goal")
                .containsExactly(new KeeperQuality(keeper, 1, new Estimate.FullCount(1, 3),
                        new Estimate.FullCount(2, 2)));
        assertThat(card.completeness()).as("2 contacts, 1 name, 1 goal of 6").isEqualTo(new Estimate.FullCount(4, 6));
        assertThat(card.currentness()).as("phone is a day too old; goal, hours, email are not")
                .isEqualTo(new Estimate.FullCount(3, 4));
        assertThat(card.traceability()).isEqualTo(new Estimate.FullCount(5, 5));
        assertThat(card.accuracy()).isEqualTo(new Estimate.Nothing());
        assertThat(field(card, "goal").conflicts()).isEqualTo(1);
        assertThat(card.lag()).isNotNull();
        assertThat(quality.stale(school, null, 10).items()).containsExactly(
                new StaleValue(anna, "Anna", "phone", "13800001111", ago(366)));

        check(school, anna, "phone", "13800001111", true, ago(0));
        assertThat(quality.stale(school, null, 10).items()).as("checked since").isEmpty();
        assertThat(field(count(school), "phone").inTime()).isEqualTo(1);
    }

    @Test
    void who_stands_behind_a_learner_is_asked_nothing_and_counted_nowhere() {
        var school = new TenantId("family");
        UUID child = file(school, "child", CourseRole.LEARNER);
        var key = new PersonKey("hook:shop", "mother");
        UUID mother = ((Receipt.Recorded) tell(school, "hook:shop", new Fact.PersonDescribed(key, null,
                Map.of("name", "Mother"), Confidence.REPORTED, "hook:shop", ago(3)))).people().get(key);
        assertThat(count(school).files()).isEqualTo(2);
        tell(school, "staff", new Fact.Linked(child, mother, Relation.GUARDIAN, true, LI, ago(2)));
        assertThat(count(school).files()).isEqualTo(1);
        assertThat(quality.ask(school, mother)).isEmpty();
        assertThat(quality.ask(school, child)).hasSize(2);
    }

    @Test
    void at_most_two_things_are_asked_and_what_changes_a_decision_first_comes_first() {
        var school = new TenantId("asking");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        assertThat(asks(school, anna)).containsExactly("name MISSING", "phone MISSING");
        say(school, anna, "staff", "name", "Anna", ago(900));
        say(school, anna, "staff", "phone", "13800001111", ago(400));
        assertThat(asks(school, anna)).containsExactly("phone STALE", "hours MISSING");
        say(school, anna, "staff", "phone", "13800001111", ago(1));
        say(school, anna, "learner", "phone", "13800002222", ago(2));
        say(school, anna, "staff", "hours", "19:00-21:00", ago(2));
        say(school, anna, "staff", "channel", "phone", ago(2));
        assertThat(asks(school, anna)).containsExactly("phone CONFLICT", "goal MISSING");
        quality.set(school, new FieldPolicy("goal", Need.NOT_NEEDED, 30, 6));
        assertThat(asks(school, anna)).containsExactly("phone CONFLICT", "email MISSING");
        check(school, anna, "phone", "13800002222", true, ago(0));
        assertThat(asks(school, anna)).as("the learner's holds, and is verified").containsExactly("email MISSING");
        assertThat(woken).contains("archive.quality");
        assertThat(quality.ask(school, UUID.randomUUID())).isEmpty();
    }

    @Test
    void what_was_found_wrong_is_no_conflict_with_what_was_heard_instead_and_spelling_is_none() {
        var school = new TenantId("heard");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        say(school, anna, "learner", "phone", "13800001111", ago(200));
        say(school, anna, "staff", "phone", "13900002222", ago(1));
        assertThat(asks(school, anna)).contains("phone CONFLICT");
        check(school, anna, "phone", "13800001111", false, ago(1));
        assertThat(asks(school, anna)).containsExactly("name MISSING", "hours MISSING");
        say(school, anna, "hook:shop", "phone", "+86 139-0000-2222 ", ago(0));
        assertThat(asks(school, anna)).containsExactly("name MISSING", "hours MISSING");
    }

    @Test
    void a_drawn_value_counts_as_checked_in_any_spelling_and_not_once_the_check_was_taken_back() {
        var school = new TenantId("respelt");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        say(school, anna, "platform:q", "phone", " 138 0000 1111", ago(50));
        UUID round = quality.draw(school, UUID.randomUUID(), 10, 1, LI, ago(20)).id();
        say(school, anna, "staff", "phone", "13800001111", ago(10));
        assertThat(quality.items(school, round)).extracting(ReviewItem::state)
                .containsExactly(ReviewItem.State.OPEN);
        check(school, anna, "phone", "13800001111", false, ago(5));
        assertThat(quality.items(school, round)).extracting(ReviewItem::state)
                .containsExactly(ReviewItem.State.WRONG);
        check(school, anna, "phone", "13800001111", true, ago(5));
        assertThat(quality.items(school, round)).extracting(ReviewItem::state)
                .containsExactly(ReviewItem.State.OPEN);
    }

    @Test
    void one_check_of_a_value_that_was_drawn_twice_counts_once_and_not_for_the_months_before_it() {
        var school = new TenantId("twice");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        say(school, anna, "staff", "name", "Anna", ago(80));
        quality.draw(school, UUID.randomUUID(), 1, 1, LI, ago(70));
        quality.draw(school, UUID.randomUUID(), 1, 2, LI, ago(60));
        countAt(school, ago(50));
        check(school, anna, "name", "Anna", true, ago(20));
        countAt(school, ago(1));
        assertThat(quality.months(school, 12)).extracting(Scorecard::accuracy)
                .containsExactly(Estimate.Share.wilson(1, 1), new Estimate.Nothing());
    }

    private List<String> asks(TenantId school, UUID learner) {
        return quality.ask(school, learner).stream().map(ask -> ask.field() + " " + ask.reason()).toList();
    }

    @Test
    void a_value_that_was_drawn_is_asked_about_in_the_next_contact_whatever_else_is_missing() {
        var school = new TenantId("sampled");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        say(school, anna, "staff", "email", "anna@example.org", ago(5));
        ReviewRound round = quality.draw(school, UUID.randomUUID(), 10, 7, LI, ago(1));
        assertThat(round.population()).isEqualTo(1);
        assertThat(quality.ask(school, anna)).extracting(Ask::field, Ask::reason).containsExactly(
                org.assertj.core.groups.Tuple.tuple("name", Reason.MISSING),
                org.assertj.core.groups.Tuple.tuple("email", Reason.IN_SAMPLE));
        check(school, anna, "email", "anna@example.org", true, ago(0));
        assertThat(asks(school, anna)).containsExactly("name MISSING", "phone MISSING");
        assertThat(quality.draw(school, round.id(), 10, 8, LI, ago(0))).as("drawn once")
                .isEqualTo(quality.rounds(school).getFirst());
        assertThat(count(school).accuracy()).isEqualTo(Estimate.Share.wilson(1, 1));
    }

    @Test
    void a_round_counts_the_first_check_of_what_was_drawn_in_whatever_order_checks_arrive() {
        var school = new TenantId("rounds");
        var files = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            UUID file = file(school, "l" + i, CourseRole.LEARNER);
            say(school, file, "staff", "name", "L" + i, ago(50));
            files.add(file);
        }
        UUID round = quality.draw(school, UUID.randomUUID(), 100, 1, LI, ago(20)).id();
        check(school, files.get(0), "name", "L0", false, ago(5));
        check(school, files.get(0), "name", "L0", true, ago(6));
        check(school, files.get(1), "name", "L1", true, ago(30));
        check(school, files.get(1), "name", "L1", false, ago(3));
        say(school, files.get(2), "staff", "name", "Other", ago(2));
        check(school, files.get(2), "name", "Other", true, ago(1));
        Map<UUID, ReviewItem.State> states = new HashMap<>();
        quality.items(school, round).forEach(item -> states.put(item.learner(), item.state()));
        assertThat(states).isEqualTo(Map.of(files.get(0), ReviewItem.State.RIGHT, files.get(1),
                ReviewItem.State.WRONG, files.get(2), ReviewItem.State.CHANGED, files.get(3),
                ReviewItem.State.OPEN));
        ReviewRound now = quality.rounds(school).getFirst();
        assertThat(List.of(now.size(), now.checked(), now.right(), now.changed(), now.open())).containsExactly(4, 2, 1,
                1, 1);
        assertThat(now.accuracy()).isEqualTo(Estimate.Share.wilson(1, 2));
        assertThat(quality.items(new TenantId("another"), round)).isEmpty();
        assertThat(asks(school, files.get(1))).as("found wrong").contains("name CONFLICT");
    }

    @Test
    void the_interval_is_wilsons() {
        var nine = (Estimate.Share) Estimate.Share.wilson(9, 10);
        assertThat(nine.low()).isCloseTo(0.5958, within(0.0001));
        assertThat(nine.high()).isCloseTo(0.9821, within(0.0001));
        var ten = (Estimate.Share) Estimate.Share.wilson(10, 10);
        assertThat(ten.low()).isCloseTo(0.7225, within(0.0001));
        assertThat(ten.high()).isEqualTo(1);
        assertThat(Estimate.Share.wilson(0, 0)).isEqualTo(new Estimate.Nothing());
    }

    /** 40 values, 10 drawn 200 times: chi-square with 39 degrees of freedom leaves these bounds once in 100,000 runs. */
    @Test
    void every_value_is_as_likely_to_be_drawn_as_any_other() {
        var school = new TenantId("uniform");
        for (int i = 0; i < 20; i++) {
            UUID file = file(school, "u" + i, CourseRole.LEARNER);
            say(school, file, "staff", "name", "U" + i, ago(9));
            say(school, file, "staff", "goal", "G" + i, ago(9));
        }
        int rounds = 200;
        Map<String, Integer> drawn = new HashMap<>();
        for (int seed = 0; seed < rounds; seed++) {
            ReviewRound round = quality.draw(school, new UUID(4711, seed), 10, seed, LI, ago(8));
            assertThat(round.population()).isEqualTo(40);
            quality.items(school, round.id()).forEach(item -> drawn.merge(item.value(), 1, Integer::sum));
        }
        double expected = rounds * 10 / 40.0;
        assertThat(drawn).hasSize(40);
        // without replacement the statistic is (1 - 10/40) of a chi-square
        double chi = drawn.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum() / 0.75;
        assertThat(chi).isBetween(10.0, 90.0);
    }

    @Test
    void policies_are_the_schools_own_where_it_has_set_them() {
        var school = new TenantId("own");
        assertThat(quality.policies(school)).extracting(FieldPolicy::field).startsWith("name", "contact", "phone");
        quality.set(school, new FieldPolicy("goal", Need.REQUIRED, 30, 1));
        assertThat(quality.policies(school)).contains(new FieldPolicy("goal", Need.REQUIRED, 30, 1)).hasSize(13);
        assertThat(quality.policies(new TenantId("other"))).contains(new FieldPolicy("goal", Need.REQUIRED, 365, 6));
        assertThatThrownBy(() -> quality.set(school, new FieldPolicy("shoes", Need.USEFUL, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> quality.set(school, new FieldPolicy("goal", Need.USEFUL, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_type_of_customer_may_be_asked_for_what_others_are_not() {
        var school = new TenantId("types");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        UUID ben = file(school, "ben", CourseRole.LEARNER);
        UUID keeper = UUID.randomUUID();
        tell(school, "staff", new Fact.Tagged(anna, "VIP", true, LI, ago(50)),
                new Fact.KeeperNamed(anna, keeper, LI, ago(50)));
        quality.set(school, new FieldPolicy("address", Need.REQUIRED, 30, 1, " VIP "));
        quality.set(school, new FieldPolicy("address", Need.REQUIRED, 300, 0, "Z: after VIP"));
        tell(school, "staff", new Fact.Tagged(anna, "Z: after VIP", true, LI, ago(50)));
        assertThat(asks(school, anna)).containsExactly("address MISSING", "name MISSING");
        assertThat(asks(school, ben)).containsExactly("name MISSING", "phone MISSING");
        say(school, anna, "staff", "address", "Ms Weber", ago(40));
        say(school, ben, "staff", "address", "Mr Bo", ago(40));
        assertThat(asks(school, anna)).contains("address STALE");
        assertThat(asks(school, ben)).doesNotContain("address STALE");

        Scorecard card = count(school);
        assertThat(card.completeness()).as("name, contact and goal of both, and one address")
                .isEqualTo(new Estimate.FullCount(1, 7));
        assertThat(card.fields()).filteredOn(f -> f.policy().field().equals("address"))
                .extracting(f -> f.policy().type(), FieldQuality::files, FieldQuality::filled, FieldQuality::inTime)
                .containsExactlyInAnyOrder(tuple("", 1L, 1L, 1L), tuple("VIP", 1L, 1L, 0L),
                        tuple("Z: after VIP", 0L, 0L, 0L));
        assertThat(quality.keepers(school)).containsExactly(new KeeperQuality(keeper, 1,
                new Estimate.FullCount(1, 4), new Estimate.FullCount(0, 1)));
        assertThat(quality.stale(school, null, 10).items()).extracting(StaleValue::learner, StaleValue::field)
                .containsExactly(tuple(anna, "address"));

        quality.drop(school, "address", "VIP");
        assertThat(quality.stale(school, null, 10).items()).as("300 days hold for her now").isEmpty();
        quality.drop(school, "address", "Z: after VIP");
        quality.drop(school, "goal", "");
        assertThat(quality.policies(school)).as("what holds for all stays").hasSize(13);
        assertThat(asks(school, anna)).containsExactly("name MISSING", "phone MISSING");
        assertThatThrownBy(() -> quality.set(school, new FieldPolicy("goal", Need.USEFUL, 1, 1, "x".repeat(61))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_keeper_is_whoever_was_named_last_also_of_a_merged_file() {
        var school = new TenantId("keepers");
        UUID one = file(school, "one", CourseRole.LEARNER);
        UUID two = file(school, "two", CourseRole.LEARNER);
        UUID li = UUID.randomUUID();
        UUID wang = UUID.randomUUID();
        tell(school, "staff", new Fact.KeeperNamed(one, li, LI, ago(3)));
        tell(school, "staff", new Fact.KeeperNamed(one, wang, LI, ago(4)));
        assertThat(quality.keeper(school, one)).contains(li);
        tell(school, "staff", new Fact.KeeperNamed(two, wang, LI, ago(2)), new Fact.Merged(one, two, "", LI, ago(1)));
        assertThat(quality.keeper(school, two)).contains(wang);
        tell(school, "staff", new Fact.KeeperNamed(one, null, LI, ago(0)));
        assertThat(quality.keeper(school, one)).isEmpty();
        assertThat(count(school).kept()).isZero();
    }

    private record Said(String value, Instant last) {}

    @Test
    void the_scorecard_is_what_a_naive_count_over_everything_that_was_said_gives() {
        var random = new Random(20_261_122);
        var school = new TenantId("random");
        List<String> sources = List.of("learner", "staff", "platform:q", "hook:shop", "import:1");
        Map<UUID, Map<String, Map<String, Said>>> said = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            UUID file = file(school, "r" + i, CourseRole.LEARNER);
            said.put(file, new HashMap<>());
            var facts = new ArrayList<Fact>();
            for (int n = random.nextInt(12); n > 0; n--) {
                String field = ASKED.get(random.nextInt(ASKED.size()));
                String source = sources.get(random.nextInt(sources.size()));
                String value = random.nextInt(6) == 0 ? "" : "v" + random.nextInt(2);
                Instant at = NOW.minusSeconds(random.nextInt(40_000_000));
                facts.add(new Fact.ValueSaid(file, field, value, Confidence.STATED, LI, at));
                said.get(file).computeIfAbsent(field, f -> new HashMap<>()).merge(source, new Said(value, at),
                        (a, b) -> a.last.isAfter(b.last) ? a : b);
                tell(school, source, facts.getLast());
            }
        }
        Scorecard card = count(school);
        for (String field : ASKED) {
            long[] naive = naive(said.values().stream().map(file -> file.get(field)).toList(), sources,
                    field(card, field).policy().maxAgeDays());
            FieldQuality counted = field(card, field);
            assertThat(new long[]{counted.filled(), counted.inTime(), counted.conflicts()}).as(field)
                    .isEqualTo(naive);
        }
        long stale = card.fields().stream().mapToLong(f -> f.filled() - f.inTime()).sum();
        assertThat(pages(school)).hasSize((int) stale).isSortedAccordingTo(
                (a, b) -> a.last().compareTo(b.last()));
    }

    private List<StaleValue> pages(TenantId school) {
        var all = new ArrayList<StaleValue>();
        String after = null;
        do {
            var page = quality.stale(school, after, 7);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static long[] naive(List<@Nullable Map<String, Said>> files, List<String> ranked, @Nullable Integer days) {
        long filled = 0;
        long inTime = 0;
        long conflicts = 0;
        for (var file : files) {
            if (file == null) {
                continue;
            }
            List<Said> held = new ArrayList<>(ranked.stream().map(file::get).toList());
            held.removeIf(one -> one == null || one.value.isEmpty());
            if (!held.isEmpty()) {
                Said winner = held.getFirst();
                Instant last = Collections.max(held.stream().filter(one -> one.value.equals(winner.value))
                        .map(Said::last).toList());
                filled++;
                inTime += days == null || !last.isBefore(ago(days)) ? 1 : 0;
                conflicts += held.stream().anyMatch(one -> !one.value.equals(winner.value)) ? 1 : 0;
            }
        }
        return new long[]{filled, inTime, conflicts};
    }

    @Test
    void the_trend_has_the_last_count_of_each_month_with_the_rounds_of_its_time() {
        var school = new TenantId("trend");
        UUID anna = file(school, "anna", CourseRole.LEARNER);
        countAt(school, ago(70));
        countAt(school, ago(41));
        say(school, anna, "staff", "name", "Anna", ago(45));
        countAt(school, ago(40));
        UUID round = UUID.randomUUID();
        quality.draw(school, round, 1, 7L, LI, ago(20));
        check(school, anna, "name", "Anna", true, ago(19));
        countAt(school, ago(1));

        assertThat(quality.months(school, 12)).extracting(Scorecard::asOf, Scorecard::completeness, Scorecard::accuracy)
                .containsExactly(
                        tuple(ago(1), new Estimate.FullCount(1, 3), Estimate.Share.wilson(1, 1)),
                        tuple(ago(40), new Estimate.FullCount(1, 3), new Estimate.Nothing()),
                        tuple(ago(70), new Estimate.FullCount(0, 3), new Estimate.Nothing()));
        assertThat(quality.months(school, 1)).hasSize(1);
        assertThatThrownBy(() -> quality.months(school, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void countAt(TenantId school, Instant time) {
        var job = new CountQuality(HERE.store, new Announcer(List.of()), () -> time);
        new KeepingQuality(HERE.store, new Announcer(List.of()), name -> {
            // the job is run here
        }, () -> time).countAnew(school);
        while (job.run()) {
            // until all that is due is counted
        }
    }

    @Test
    void schools_that_are_due_are_counted_by_themselves() {
        var school = new TenantId("by-itself");
        file(school, "x", CourseRole.LEARNER);
        var job = new CountQuality(HERE.store, new Announcer(List.of()), () -> NOW);
        while (job.run()) {
            assertThat(Arrays.asList(job.name(), job.pause())).doesNotContainNull();
        }
        assertThat(quality.scorecard(school)).get().extracting(Scorecard::files).isEqualTo(1L);
        assertThat(quality.scorecard(new TenantId("nobody"))).isEmpty();
    }
}
