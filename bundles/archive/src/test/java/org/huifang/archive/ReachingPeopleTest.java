// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.SOURCE;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.learner;
import static org.huifang.archive.Course101.left;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reach.Barrier;
import org.huifang.api.archive.Reachability;
import org.huifang.api.archive.Relation;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.huifang.api.consent.Policies;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReachingPeopleTest {
    private static final Course101 HERE = new Course101();
    private static final Reachability REACH = new ReachingPeople(HERE.store);
    private static final Consents CONSENTS = new KeepingConsents(HERE.store, new Announcer(List.of()));
    private static final Set<String> PURPOSES = Set.of("revisit", "survey", "care");
    private static final Instant NOW = day(3);

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static UUID enrol(String subject) {
        return learner(HERE.record(subject + "-enrolled", enrolled(subject, subject, MONDAY)), subject);
    }

    private static void record(Fact... facts) {
        record(List.of(facts));
    }

    private static void record(List<Fact> facts) {
        HERE.archive.record(new Delivery(TENANT, "staff", UUID.randomUUID().toString(), facts));
    }

    private static Fact value(UUID who, String field, String value) {
        return new Fact.ValueSaid(who, field, value, Confidence.VERIFIED, "staff:li", MONDAY);
    }

    private static Reach reach(UUID who) {
        return REACH.of(TENANT, List.of(who), PURPOSES, NOW).get(who);
    }

    @Test
    void what_is_needed_to_reach_somebody_is_in_one_place() {
        UUID anna = enrol("anna");
        record(value(anna, "phone", "+86 138 0013 8000"), value(anna, "wechat", "anna-wx"),
                value(anna, "timeZone", "Asia/Shanghai"), value(anna, "locale", "zh-Hans"),
                value(anna, "channel", "wechat"), value(anna, "hours", "19:00-21:00"),
                value(anna, "birthDate", "1990-05-01"),
                new Fact.Tagged(anna, "evening", true, "staff:li", MONDAY));
        assertThat(reach(anna)).isEqualTo(new Reach(anna, "anna", ZoneId.of("Asia/Shanghai"), "zh-Hans", "wechat",
                "19:00-21:00",
                Map.of("phone", "+86 138 0013 8000", "sms", "+86 138 0013 8000", "email", "anna@example.org", "wechat",
                        "anna-wx", "lms", SOURCE + " anna"),
                reach(anna).barriers(), LocalDate.of(1990, 5, 1), Set.of("evening")));
        assertThat(reach(anna).may("revisit", "phone")).as("by contract").isTrue();
        assertThat(reach(anna).barriers().get("care")).containsEntry("phone", Barrier.NO_CONSENT)
                .hasSize(Reachability.CHANNELS.size());
    }

    @Test
    void a_number_at_which_a_stranger_answered_is_not_called_until_somebody_says_that_it_is_theirs() {
        UUID eve = enrol("eve");
        record(value(eve, "phone", "13700001111"));
        record(new Fact.ValueChecked(eve, "phone", "13700001111", false, "staff:li", day(1)));
        assertThat(reach(eve).points()).containsOnlyKeys("email", "lms");
        record(new Fact.ValueSaid(eve, "phone", "13700001111", Confidence.STATED, "staff:li", day(2)));
        assertThat(reach(eve).points()).containsKeys("phone", "sms");
        record(new Fact.ValueChecked(eve, "phone", "13700001111", false, "staff:li", day(2).plusSeconds(1)),
                value(eve, "email", "eve@example.org"));
        record(new Fact.ValueSaid(eve, "phone", "13700002222", Confidence.STATED, "staff:li", day(2).plusSeconds(2)));
        assertThat(reach(eve).points()).as("another number").containsEntry("phone", "13700002222");
    }

    @Test
    void the_number_that_an_agent_hears_is_called_when_the_one_that_the_learner_typed_is_wrong() {
        UUID yun = enrol("yun");
        HERE.archive.record(new Delivery(TENANT, "learner", "yun-types", List.of(
                new Fact.ValueSaid(yun, "phone", "13800004444", Confidence.STATED, "learner:" + yun, MONDAY))));
        record(new Fact.ValueSaid(yun, "phone", "13900005555", Confidence.STATED, "staff:li", day(1)));
        assertThat(reach(yun).points()).as("the learner knows best").containsEntry("phone", "13800004444");
        record(new Fact.ValueChecked(yun, "phone", "+86 13800004444", false, "staff:li", day(1)));
        assertThat(reach(yun).points()).containsEntry("phone", "13900005555").containsEntry("sms", "13900005555");
        record(new Fact.ValueChecked(yun, "phone", "13900005555", false, "staff:li", day(2)));
        assertThat(reach(yun).points()).as("both are wrong").containsOnlyKeys("email", "lms");
    }

    @Test
    void a_number_at_which_a_stranger_answered_comes_back_when_the_person_says_it_and_not_when_a_platform_repeats_it() {
        UUID zoe = enrol("zoe");
        HERE.record("zoe-1", described("zoe", day(0)));
        assertThat(reach(zoe).points()).containsKey("phone");
        record(new Fact.ValueChecked(zoe, "phone", "13800007777", false, "staff:li", day(1)));
        assertThat(reach(zoe).points()).doesNotContainKey("phone");
        HERE.record("zoe-2", described("zoe", day(2)));
        assertThat(reach(zoe).points()).as("the platform has nothing else").doesNotContainKey("phone");
        HERE.archive.record(new Delivery(TENANT, "learner", "zoe-types", List.of(
                new Fact.ValueSaid(zoe, "phone", "13800007777", Confidence.STATED, "learner:" + zoe, day(3)))));
        assertThat(reach(zoe).points()).containsEntry("phone", "13800007777");
    }

    private static Fact described(String who, java.time.Instant at) {
        return new Fact.PersonDescribed(Course101.person(who), null, Map.of("phone", "13800007777"),
                Confidence.REPORTED, SOURCE, at);
    }

    @Test
    void a_platform_where_the_person_is_in_no_course_any_more_reaches_nobody() {
        UUID ben = enrol("ben");
        assertThat(reach(ben).points()).containsKey("lms");
        HERE.record("ben-left", left("ben", day(1)));
        assertThat(reach(ben).points()).containsOnlyKeys("email");
    }

    @Test
    void merged_files_are_one_person_by_either_id_and_nobody_else_is_known() {
        UUID kept = enrol("kept");
        UUID gone = enrol("gone");
        record(value(gone, "phone", "13900001111"));
        record(new Fact.Merged(kept, gone, "same phone", "staff:li", day(1)));
        var reached = REACH.of(TENANT, List.of(kept, gone, UUID.randomUUID()), PURPOSES, NOW);
        assertThat(reached).containsOnlyKeys(kept, gone);
        assertThat(reached.get(gone)).isEqualTo(reached.get(kept));
        assertThat(reached.get(gone).person()).isEqualTo(kept);
        assertThat(reached.get(gone).points()).containsEntry("phone", "13900001111");
        assertThat(REACH.of(new TenantId("other"), List.of(kept), PURPOSES, NOW)).as("another school").isEmpty();
    }

    @Test
    void while_the_ranking_of_sources_changes_what_holds_is_said_and_not_what_is_shown() {
        UUID cleo = enrol("cleo");
        record(value(cleo, "name", "Cleo"), value(cleo, "timeZone", "Asia/Tokyo"));
        HERE.record("cleo-zone", new Fact.PersonDescribed(Course101.person("cleo"), null,
                Map.of("timeZone", "Europe/Berlin"), Confidence.REPORTED, SOURCE, day(1)));
        assertThat(reach(cleo).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        HERE.keeping.rank(TENANT, List.of("platform", "staff"));
        try {
            assertThat(reach(cleo).zone()).as("before the files were gone through")
                    .isEqualTo(ZoneId.of("Europe/Berlin"));
        } finally {
            HERE.keeping.rank(TENANT, Ranks.DEFAULT);
        }
    }

    @Test
    void birthdays_are_found_page_by_page_and_a_leap_day_has_one_each_year() {
        UUID dora = enrol("dora");
        UUID eva = enrol("eva");
        UUID finn = enrol("finn");
        record(value(dora, "birthDate", "2000-02-29"), value(eva, "birthDate", "1999-02-28"),
                value(finn, "birthDate", "1980-03-01"));
        assertThat(REACH.born(TENANT, MonthDay.of(2, 28), null, 10)).containsExactlyInAnyOrder(dora, eva);
        assertThat(REACH.born(TENANT, MonthDay.of(2, 29), null, 10)).containsExactly(dora);
        List<UUID> first = REACH.born(TENANT, MonthDay.of(2, 28), null, 1);
        assertThat(first).hasSize(1);
        assertThat(REACH.born(TENANT, MonthDay.of(2, 28), first.getFirst(), 1)).hasSize(1)
                .doesNotContainAnyElementsOf(first);
        assertThat(REACH.born(new TenantId("other"), MonthDay.of(3, 1), null, 10)).isEmpty();
        record(value(finn, "birthDate", "1980-03-02"));
        assertThat(REACH.born(TENANT, MonthDay.of(3, 1), null, 10)).as("was mistyped").isEmpty();
        assertThatThrownBy(() -> REACH.born(TENANT, MonthDay.of(3, 1), null, 10_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Ledgers of adults and children, with guardians, merges, both orders of what was said, and later words. */
    @Test
    void many_at_a_time_are_answered_as_each_one_is() {
        long seed = Long.getLong("huifang.seed", new Random().nextLong());
        System.out.println("seed " + seed + " (-Dhuifang.seed)");
        var random = new Random(seed);
        var said = EnumSet.noneOf(Barrier.class);
        try {
            POLICY_CHANGES.forEach(contract -> {
                new KeepingPolicies(HERE.store).set(TENANT, Policies.CONTRACT, contract, LocalDate.EPOCH, "the board");
                List<UUID> people = people(random, 30);
                var reached = REACH.of(TENANT, people, PURPOSES, NOW);
                for (UUID who : people) {
                    for (String purpose : PURPOSES) {
                        for (String channel : Reachability.CHANNELS) {
                            assertThat(reached.get(who).barriers().get(purpose).get(channel))
                                    .as("seed %d, %s %s %s", seed, who, purpose, channel)
                                    .isEqualTo(barrier(CONSENTS.may(TENANT, who, purpose, channel, NOW)));
                        }
                    }
                }
                people.forEach(who -> said.addAll(reached.get(who).barriers().get("revisit").values()));
            });
        } finally {
            new KeepingPolicies(HERE.store).set(TENANT, Policies.CONTRACT, "revisit survey", LocalDate.EPOCH,
                    "the board");
        }
        assertThat(said).as("seed %d says something", seed).contains(Barrier.WITHDRAWN, Barrier.MINOR);
    }

    private static final List<String> POLICY_CHANGES = List.of("revisit survey", "", "care");

    private static List<UUID> people(Random random, int count) {
        var people = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            people.add(enrol("random-" + random.nextLong()));
        }
        var facts = new ArrayList<Fact>();
        for (UUID who : people) {
            UUID other = people.get(random.nextInt(count));
            if (random.nextInt(3) == 0) {
                facts.add(value(who, "birthDate", (2010 + random.nextInt(5)) + "-09-0" + (1 + random.nextInt(9))));
            }
            if (random.nextInt(3) == 0 && !other.equals(who)) {
                facts.add(new Fact.Linked(who, other, Relation.GUARDIAN, random.nextInt(4) > 0, "staff:li", MONDAY));
            }
            for (int line = random.nextInt(12); line > 0; line--) {
                facts.add(line(random, who, other));
            }
            if (random.nextInt(5) == 0 && !other.equals(who)) {
                facts.add(new Fact.Merged(other, who, "same", "staff:li", MONDAY));
            }
        }
        Collections.shuffle(facts, random);
        record(facts);
        return people;
    }

    private static Fact line(Random random, UUID who, UUID guardian) {
        boolean theirs = random.nextBoolean();
        return new Fact.Consented(who, List.of("revisit", "survey", "care", "contact").get(random.nextInt(4)),
                List.of("phone", "sms", "email", "any").get(random.nextInt(4)), theirs ? "consent" : "guardian", "1",
                random.nextInt(3) > 0, theirs ? "call" : "call with " + guardian, "learner:" + who,
                MONDAY.plus(Duration.ofDays(random.nextInt(5))));
    }

    private static @Nullable Barrier barrier(Decision decision) {
        return switch (decision) {
            case Decision.Allowed by -> null;
            case Decision.ByContract by -> null;
            case Decision.NoConsent no -> Barrier.NO_CONSENT;
            case Decision.Withdrawn by -> Barrier.WITHDRAWN;
            case Decision.MinorNeedsGuardian needs -> Barrier.MINOR;
            case Decision.DoNotContact by -> Barrier.DO_NOT_CONTACT;
        };
    }
}
