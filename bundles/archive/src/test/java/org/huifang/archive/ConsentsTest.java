// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.learner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LinkedPerson;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Purchase;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Relation;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.ConsentText;
import org.huifang.api.consent.Consents;
import org.huifang.api.consent.Decision;
import org.huifang.api.consent.Policies;
import org.huifang.api.consent.Standing;
import org.huifang.persistence.Announcer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsentsTest {
    private static final Course101 HERE = new Course101();
    private static final Announcer NOBODY = new Announcer(List.of());
    private static final Consents CONSENTS = new KeepingConsents(HERE.store, NOBODY);
    private static final Policies POLICIES = new KeepingPolicies(HERE.store);
    private static final KeepingRelations RELATIONS = new KeepingRelations(HERE.store);
    private static final KeepingRequests REQUESTS = new KeepingRequests(HERE.store, NOBODY);
    private static final Instant LATER = day(300);

    /** A school that relies on consent alone; the defaults are of another, below. */
    @BeforeAll
    static void rely_on_consent() {
        POLICIES.set(TENANT, Policies.CONTRACT, "", LocalDate.EPOCH, "the board");
    }

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static UUID enrol(String subject) {
        return learner(HERE.record(subject + "-enrolled", enrolled(subject, subject, MONDAY)), subject);
    }

    private static Fact.Consented said(UUID who, String purpose, String channel, boolean given, Instant at) {
        return new Fact.Consented(who, purpose, channel, "consent", given ? "2026-11" : "", given, "launch:l1",
                "learner:" + who, at);
    }

    private static void record(Fact... facts) {
        HERE.archive.record(new Delivery(TENANT, "learner", UUID.randomUUID().toString(), List.of(facts)));
    }

    private static void born(UUID who, String date, String zone) {
        record(new Fact.ValueSaid(who, "birthDate", date, Confidence.VERIFIED, "staff:li", MONDAY),
                new Fact.ValueSaid(who, "timeZone", zone, Confidence.VERIFIED, "staff:li", MONDAY));
    }

    private static Decision may(UUID who, String purpose, String channel) {
        return CONSENTS.may(TENANT, who, purpose, channel, LATER);
    }

    @Test
    void nobody_agreed_to_anything_by_saying_nothing() {
        assertThat(may(enrol("silent"), "revisit", "phone")).isEqualTo(new Decision.NoConsent());
        assertThat(may(UUID.randomUUID(), "revisit", "phone")).as("nobody").isEqualTo(new Decision.NoConsent());
    }

    @Test
    void a_consent_is_for_one_purpose_on_one_channel() {
        UUID anna = enrol("one-purpose");
        record(said(anna, "survey", "email", true, day(1)));
        assertThat(may(anna, "survey", "email")).isInstanceOfSatisfying(Decision.Allowed.class,
                allowed -> assertThat(allowed.by().version()).isEqualTo("2026-11"));
        assertThat(may(anna, "survey", "phone")).isEqualTo(new Decision.NoConsent());
        assertThat(may(anna, "marketing", "email")).isEqualTo(new Decision.NoConsent());
        assertThat(CONSENTS.may(TENANT, anna, "survey", "email", day(0))).as("before it was given")
                .isEqualTo(new Decision.NoConsent());
        assertThat(CONSENTS.may(new TenantId("other"), anna, "survey", "email", LATER)).as("another school")
                .isEqualTo(new Decision.NoConsent());
    }

    @Test
    void a_withdrawal_stands_above_what_was_said_before_it_and_of_one_instant_it_wins() {
        UUID ben = enrol("withdrawal");
        record(said(ben, "revisit", "phone", true, day(1)), said(ben, "revisit", "email", true, day(1)));
        record(said(ben, "revisit", "phone", false, day(1)));
        assertThat(may(ben, "revisit", "phone")).isInstanceOfSatisfying(Decision.Withdrawn.class,
                withdrawn -> assertThat(withdrawn.by().at()).isEqualTo(day(1)));
        assertThat(may(ben, "revisit", "email").allowed()).isTrue();
        record(said(ben, "revisit", "any", false, day(2)));
        assertThat(may(ben, "revisit", "email")).as("any channel").isInstanceOf(Decision.Withdrawn.class);
        record(said(ben, "revisit", "email", true, day(3)));
        assertThat(may(ben, "revisit", "email").allowed()).as("agreed again").isTrue();
    }

    @Test
    void whoever_wants_no_contact_gets_none_whatever_else_they_agreed_to() {
        UUID cleo = enrol("no-contact");
        record(said(cleo, "revisit", "any", true, day(1)), said(cleo, Consents.CONTACT, "phone", false, day(2)),
                said(cleo, "revisit", "phone", true, day(3)));
        assertThat(may(cleo, "revisit", "phone")).isInstanceOf(Decision.DoNotContact.class);
        assertThat(may(cleo, "revisit", "email").allowed()).isTrue();
        record(said(cleo, Consents.CONTACT, "phone", true, day(4)));
        assertThat(may(cleo, "revisit", "phone").allowed()).isTrue();
    }

    /** Complaint 14: a peer keeps the present state only, and nobody can tell who agreed to what and when. */
    @Test
    void the_whole_history_of_opting_in_and_out_is_kept_with_proof_author_and_version() {
        UUID dora = enrol("history");
        record(said(dora, "marketing", "email", true, day(1)));
        record(new Fact.Consented(dora, "marketing", "email", "consent", "", false, "recording:77", "staff:li",
                day(2)));
        record(said(dora, "marketing", "email", true, day(3)));
        List<ConsentEntry> first = CONSENTS.ledger(TENANT, dora, null, 2).items();
        var next = CONSENTS.ledger(TENANT, dora, CONSENTS.ledger(TENANT, dora, null, 2).next(), 2);
        assertThat(first).extracting(ConsentEntry::given).containsExactly(true, false);
        assertThat(first.get(1)).extracting(ConsentEntry::proof, ConsentEntry::author, ConsentEntry::at)
                .containsExactly("recording:77", "staff:li", day(2));
        assertThat(next.items()).extracting(ConsentEntry::version).containsExactly("2026-11");
        assertThat(next.next()).isNull();
    }

    @Test
    void a_merged_person_keeps_the_withdrawals_of_both_files() {
        UUID kept = enrol("merge-a");
        UUID gone = enrol("merge-b");
        record(said(kept, "revisit", "phone", true, day(1)), said(gone, "revisit", "phone", false, day(2)));
        HERE.archive.record(new Delivery(TENANT, "staff", "merge-ab",
                List.of(new Fact.Merged(kept, gone, "same phone", "staff:li", day(3)))));
        assertThat(may(kept, "revisit", "phone")).isInstanceOf(Decision.Withdrawn.class);
        assertThat(may(gone, "revisit", "phone")).isInstanceOf(Decision.Withdrawn.class);
        assertThat(CONSENTS.ledger(TENANT, kept, null, 10).items()).hasSize(2);
    }

    @Test
    void what_somebody_says_while_their_file_is_merged_with_anothers_is_theirs_after_the_split() {
        UUID kept = enrol("sibling-a");
        UUID mine = enrol("sibling-b");
        HERE.archive.record(new Delivery(TENANT, "staff", "merge-siblings",
                List.of(new Fact.Merged(kept, mine, "same phone", "staff:li", day(3)))));
        CONSENTS.say(TENANT, UUID.randomUUID(), said(mine, "marketing", "email", true, day(4)));
        CONSENTS.say(TENANT, UUID.randomUUID(), said(mine, "revisit", "phone", false, day(4)));
        CONSENTS.say(TENANT, UUID.randomUUID(),
                new Fact.Consented(kept, "survey", "email", "consent", "", false, "call",
                        "staff:li", day(5)));
        HERE.keeping.edit(TENANT, new Edit(UUID.randomUUID(), mine, "goal", "travel", null, Confidence.STATED,
                "learner", "learner:" + mine, day(5)));
        assertThat(may(kept, "marketing", "email").allowed()).as("one file").isTrue();
        UUID asked = UUID.randomUUID();
        assertThat(REQUESTS.ask(TENANT, asked, mine, "birthDate", "2000-01-01", "learner:" + mine, day(5))).isNull();

        HERE.archive.record(new Delivery(TENANT, "staff", "split-siblings",
                List.of(new Fact.Split(kept, mine, "two children", "staff:li", day(6)))));
        assertThat(may(kept, "marketing", "email")).isEqualTo(new Decision.NoConsent());
        assertThat(may(mine, "marketing", "email").allowed()).isTrue();
        assertThat(may(mine, "revisit", "phone")).isInstanceOf(Decision.Withdrawn.class);
        assertThat(may(kept, "revisit", "phone")).isEqualTo(new Decision.NoConsent());
        for (UUID sibling : List.of(kept, mine)) {
            assertThat(may(sibling, "survey", "email")).as("nobody knows whose refusal staff heard")
                    .isInstanceOf(Decision.Withdrawn.class);
        }
        assertThat(HERE.archive.file(TENANT, kept).orElseThrow().value("goal")).isEmpty();
        assertThat(HERE.archive.file(TENANT, mine).orElseThrow().value("goal")).isPresent();
        assertThat(REQUESTS.of(TENANT, mine)).hasSize(1);
        assertThat(REQUESTS.of(TENANT, kept)).isEmpty();
    }

    @Test
    void whoever_stands_behind_a_merged_file_can_be_unlinked_from_it() {
        UUID kept = enrol("merged-child");
        UUID gone = enrol("merged-child-too");
        UUID mother = enrol("merged-mother");
        UUID motherToo = enrol("merged-mother-too");
        born(kept, "2014-03-01", "Asia/Shanghai");
        record(new Fact.Linked(gone, motherToo, Relation.GUARDIAN, true, "staff:li", day(1)));
        HERE.archive.record(new Delivery(TENANT, "staff", "merge-child",
                List.of(new Fact.Merged(kept, gone, "same phone", "staff:li", day(2)),
                        new Fact.Merged(mother, motherToo, "same phone", "staff:li", day(2)))));
        record(byGuardian(kept, mother, day(3)));
        assertThat(may(kept, "revisit", "phone").allowed()).isTrue();
        record(new Fact.Linked(kept, mother, Relation.GUARDIAN, false, "staff:li", day(4)));
        assertThat(RELATIONS.of(TENANT, kept)).isEmpty();
        assertThat(RELATIONS.learnersOf(TENANT, mother)).isEmpty();
        assertThat(may(kept, "revisit", "phone")).isInstanceOf(Decision.MinorNeedsGuardian.class);
        record(new Fact.Linked(gone, mother, Relation.GUARDIAN, true, "staff:li", day(5)));
        assertThat(RELATIONS.of(TENANT, kept)).extracting(LinkedPerson::person).containsExactly(mother);
        assertThat(may(kept, "revisit", "phone").allowed()).isTrue();
    }

    @Test
    void with_a_birth_date_that_nobody_can_read_nobody_agrees_alone() {
        UUID who = enrol("unreadable");
        record(said(who, "revisit", "phone", true, day(1)));
        assertThat(may(who, "revisit", "phone").allowed()).isTrue();
        HERE.archive.record(new Delivery(TENANT, "platform:x", "unreadable", List.of(new Fact.PersonDescribed(
                Course101.person("unreadable"), null, Map.of("birthDate", "2016/3/1"), Confidence.REPORTED, "staff:li",
                day(2)))));
        assertThat(may(who, "revisit", "phone")).isInstanceOf(Decision.MinorNeedsGuardian.class);
    }

    @Test
    void below_fourteen_a_linked_guardian_consents_and_nobody_else() {
        UUID child = enrol("child");
        UUID mother = enrol("mother");
        UUID stranger = enrol("stranger");
        born(child, "2014-03-01", "Asia/Shanghai");
        LocalDate of = LocalDate.of(2028, 3, 1);
        record(said(child, "revisit", "phone", true, day(1)), byGuardian(child, stranger, day(2)));
        assertThat(may(child, "revisit", "phone")).isEqualTo(new Decision.MinorNeedsGuardian(of));

        record(byGuardian(child, mother, day(3)));
        assertThat(may(child, "revisit", "phone")).as("not linked yet").isEqualTo(new Decision.MinorNeedsGuardian(of));
        record(new Fact.Linked(child, mother, Relation.GUARDIAN, true, "staff:li", day(4)));
        assertThat(may(child, "revisit", "phone").allowed()).isTrue();
        record(said(child, "revisit", "phone", false, day(5)));
        assertThat(may(child, "revisit", "phone")).as("a child may refuse alone")
                .isInstanceOf(Decision.Withdrawn.class);
        record(byGuardian(child, mother, day(6)));
        record(new Fact.Linked(child, mother, Relation.GUARDIAN, false, "staff:li", day(7)));
        assertThat(may(child, "revisit", "phone")).as("no guardian any more").isInstanceOf(Decision.Withdrawn.class);
    }

    @Test
    void below_fourteen_only_a_guardian_takes_back_that_nobody_is_to_contact_the_child() {
        UUID child = enrol("quiet-child");
        UUID mother = enrol("quiet-mother");
        born(child, "2015-05-05", "Asia/Shanghai");
        record(new Fact.Linked(child, mother, Relation.GUARDIAN, true, "staff:li", MONDAY),
                new Fact.Consented(child, Consents.CONTACT, Consents.ANY, "guardian", "", false, "call with " + mother,
                        "staff:li", day(1)));
        record(said(child, Consents.CONTACT, Consents.ANY, true, day(2)));
        assertThat(may(child, "revisit", "phone")).isInstanceOf(Decision.DoNotContact.class);
        record(new Fact.Consented(child, Consents.CONTACT, Consents.ANY, "guardian", "", true, "call with " + mother,
                "staff:li", day(3)));
        assertThat(may(child, "revisit", "phone")).isInstanceOf(Decision.MinorNeedsGuardian.class);
        assertThat(CONSENTS.minorUntil(TENANT, child, LATER)).contains(LocalDate.of(2029, 5, 5));
        assertThat(CONSENTS.minorUntil(TENANT, mother, LATER)).isEmpty();
    }

    private static Fact byGuardian(UUID child, UUID guardian, Instant at) {
        return new Fact.Consented(child, "revisit", "phone", "guardian", "2026-11", true, "call with " + guardian,
                "staff:li", at);
    }

    @Test
    void somebody_is_of_age_on_the_birthday_in_their_own_time_zone_and_after_29_february_on_1_march() {
        UUID east = enrol("birthday");
        born(east, "2012-09-08", "Asia/Shanghai");
        record(said(east, "revisit", "phone", true, MONDAY));
        Instant midnight = Instant.parse("2026-09-07T16:00:00Z");
        assertThat(CONSENTS.may(TENANT, east, "revisit", "phone", midnight.minusSeconds(1)).allowed()).isFalse();
        assertThat(CONSENTS.may(TENANT, east, "revisit", "phone", midnight).allowed()).isTrue();

        UUID leap = enrol("leap");
        born(leap, "2012-02-29", "UTC");
        assertThat(CONSENTS.may(TENANT, leap, "revisit", "phone", Instant.parse("2026-02-28T12:00:00Z")))
                .isEqualTo(new Decision.MinorNeedsGuardian(LocalDate.of(2026, 3, 1)));
    }

    @Test
    void the_age_and_the_purposes_are_data_of_each_school_from_a_day_on() {
        var school = new TenantId("age-16");
        assertThat(POLICIES.find(school, Policies.GUARDIAN_AGE, LocalDate.of(2026, 9, 1)).orElseThrow().value())
                .isEqualTo("14");
        POLICIES.set(school, Policies.GUARDIAN_AGE, "16", LocalDate.of(2026, 10, 1), "GDPR art. 8");
        POLICIES.set(school, Policies.PURPOSES, "revisit alumni", LocalDate.of(2026, 10, 1), "the board");
        assertThat(POLICIES.find(school, Policies.GUARDIAN_AGE, LocalDate.of(2026, 9, 30)).orElseThrow().value())
                .isEqualTo("14");
        assertThat(POLICIES.find(school, Policies.GUARDIAN_AGE, LocalDate.of(2026, 10, 1)).orElseThrow())
                .satisfies(policy -> assertThat(policy.because()).isEqualTo("GDPR art. 8"));
        assertThat(POLICIES.find(TENANT, Policies.GUARDIAN_AGE, LocalDate.of(2026, 10, 1)).orElseThrow().value())
                .as("another school").isEqualTo("14");
        Map.of(Policies.GUARDIAN_AGE, "old", Policies.PURPOSES, "Werbung!", "retention.contact", "forever", "x", "y",
                Policies.REVIEWED_FIELDS, "shoeSize").forEach(
                        (name, value) -> assertThatThrownBy(
                                () -> POLICIES.set(school, name, value, LocalDate.EPOCH, "")).as(name)
                                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void a_school_has_the_name_that_it_gave_itself_from_a_day_on() {
        var school = new TenantId("named");
        assertThat(POLICIES.schoolName(school, LATER)).isEmpty();
        POLICIES.set(school, Policies.SCHOOL_NAME, " 晨光学校 – Morning Light ", LocalDate.of(2026, 10, 1), "the board");
        assertThat(POLICIES.schoolName(school, Instant.parse("2026-09-30T23:59:59Z"))).isEmpty();
        assertThat(POLICIES.schoolName(school, Instant.parse("2026-10-01T00:00:00Z")))
                .isEqualTo("晨光学校 – Morning Light");
        assertThat(POLICIES.schoolName(TENANT, LATER)).as("another school").isEmpty();
        POLICIES.set(school, Policies.SCHOOL_NAME, "", LocalDate.of(2026, 10, 1), "the board");
        assertThat(POLICIES.schoolName(school, LATER)).as("taken back").isEmpty();
        for (String bad : List.of("two\nlines", "x".repeat(81), "half \uD800", "\0")) {
            assertThatThrownBy(() -> POLICIES.set(school, Policies.SCHOOL_NAME, bad, LocalDate.EPOCH, "the board"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_text_that_was_agreed_to_never_changes() {
        assertThat(CONSENTS.texts(TENANT, "zh-Hans", LATER)).extracting(ConsentText::purpose)
                .contains("revisit", "survey", "care", "recording", "marketing");
        var text = new ConsentText("revisit", "en", "7", "You agree.", LocalDate.of(2026, 12, 1));
        CONSENTS.publish(TENANT, text);
        CONSENTS.publish(TENANT, text);
        assertThatThrownBy(() -> CONSENTS.publish(TENANT,
                new ConsentText("revisit", "en", "7", "You agree to more.", LocalDate.of(2026, 12, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rows.in(HERE.database, "update archive.consent_text set body = '' returning body"))
                .hasMessageContaining("people agreed to this text");
        assertThat(CONSENTS.texts(TENANT, "zh-Hans", LATER)).filteredOn(one -> one.purpose().equals("revisit"))
                .as("the newest version, in English for want of a translation").containsExactly(text);
        assertThat(CONSENTS.text(TENANT, "revisit", "zh-Hans", "2026-11").orElseThrow().text()).startsWith("您同意");
    }

    @Test
    void what_is_said_now_holds_at_once_even_when_another_node_was_ahead_and_counts_once() {
        UUID eva = enrol("clocks");
        record(said(eva, "revisit", "phone", true, day(9)));
        UUID key = UUID.randomUUID();
        ConsentEntry receipt = CONSENTS.say(TENANT, key, said(eva, "revisit", "phone", false, day(8)));
        assertThat(receipt.at()).isEqualTo(day(9));
        assertThat(CONSENTS.may(TENANT, eva, "revisit", "phone", day(8))).isInstanceOf(Decision.Withdrawn.class);
        assertThat(CONSENTS.say(TENANT, key, said(eva, "revisit", "phone", false, day(8)))).isEqualTo(receipt);
        assertThat(CONSENTS.ledger(TENANT, eva, null, 10).items()).hasSize(2);
        CONSENTS.say(TENANT, UUID.randomUUID(), said(eva, "revisit", "phone", true, day(8)));
        assertThat(may(eva, "revisit", "phone").allowed()).isTrue();
    }

    /** A sender that asks after the withdrawal's commit never sees the consent any more. */
    @Test
    void a_withdrawal_is_effective_for_whoever_asks_after_its_commit() throws Exception {
        UUID finn = enrol("race");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                Instant at = day(10).plusSeconds(round * 10L);
                CONSENTS.say(TENANT, UUID.randomUUID(), said(finn, "revisit", "phone", true, at));
                var start = new CyclicBarrier(2);
                var committed = new java.util.concurrent.atomic.AtomicBoolean();
                Future<?> withdrawing = threads.submit(() -> {
                    start.await();
                    CONSENTS.say(TENANT, UUID.randomUUID(), said(finn, "revisit", "phone", false, at.plusSeconds(1)));
                    committed.set(true);
                    return null;
                });
                Future<Integer> sending = threads.submit(() -> {
                    start.await();
                    int sentTooLate = 0;
                    boolean over = false;
                    while (!over) {
                        over = committed.get();
                        boolean allowed = may(finn, "revisit", "phone").allowed();
                        sentTooLate += over && allowed ? 1 : 0;
                    }
                    return sentTooLate;
                });
                withdrawing.get();
                assertThat(sending.get()).isZero();
            }
        }
    }

    @Test
    void in_whatever_order_and_however_often_things_arrive_the_same_holds_in_the_end() {
        var random = new Random(20261122);
        for (int round = 0; round < 12; round++) {
            var told = new ArrayList<Fact.Consented>();
            UUID one = enrol("order-" + round + "-a");
            UUID other = enrol("order-" + round + "-b");
            for (int i = 0; i < 25; i++) {
                told.add(said(one, List.of("revisit", "survey", "contact").get(random.nextInt(3)),
                        List.of("phone", "email", "any").get(random.nextInt(3)), random.nextBoolean(),
                        MONDAY.plus(Duration.ofHours(random.nextInt(8)))));
            }
            told.forEach(ConsentsTest::record);
            Collections.shuffle(told, random);
            for (int twice = 0; twice < 2; twice++) {
                Collections.shuffle(told, random);
                told.stream().map(fact -> to(other, fact)).forEach(ConsentsTest::record);
            }
            assertThat(states(other)).as("round %s", round).isEqualTo(states(one)).isNotEmpty();
        }
    }

    private static Fact.Consented to(UUID who, Fact.Consented fact) {
        return new Fact.Consented(who, fact.purpose(), fact.channel(), fact.basis(), fact.version(), fact.given(),
                fact.proof(), "learner:" + who, fact.at());
    }

    private static List<String> states(UUID who) {
        return CONSENTS.current(TENANT, who, LATER).stream()
                .map((Standing s) -> s.purpose() + " " + s.channel() + " " + switch (s.decision()) {
                    case Decision.Allowed by -> "allowed " + by.by().at() + by.by().channel();
                    case Decision.Withdrawn by -> "withdrawn " + by.by().at() + by.by().channel();
                    case Decision.DoNotContact by -> "no contact " + by.by().at() + by.by().channel();
                    case Decision.ByContract by -> "contract";
                    case Decision.NoConsent no -> "no";
                    case Decision.MinorNeedsGuardian no -> "minor";
                }).toList();
    }

    @Test
    void what_belongs_to_the_course_contract_needs_no_consent_but_a_refusal_counts_and_a_child_a_guardian() {
        var school = new TenantId("contract");
        UUID ida = told(school, "ida", Map.of());
        UUID jo = told(school, "jo", Map.of("birthDate", "2014-03-01", "timeZone", "Asia/Shanghai"));
        assertThat(CONSENTS.may(school, ida, "revisit", "phone", LATER)).isEqualTo(new Decision.ByContract());
        assertThat(CONSENTS.may(school, ida, "survey", "email", LATER).allowed()).isTrue();
        assertThat(CONSENTS.may(school, ida, "care", "email", LATER)).isEqualTo(new Decision.NoConsent());
        assertThat(CONSENTS.may(school, UUID.randomUUID(), "revisit", "phone", LATER)).as("nobody has no contract")
                .isEqualTo(new Decision.NoConsent());
        assertThat(CONSENTS.may(school, jo, "revisit", "phone", LATER))
                .isEqualTo(new Decision.MinorNeedsGuardian(LocalDate.of(2028, 3, 1)));

        CONSENTS.say(school, UUID.randomUUID(), said(ida, "revisit", "any", false, day(1)));
        assertThat(CONSENTS.may(school, ida, "revisit", "phone", LATER)).isInstanceOf(Decision.Withdrawn.class);
        CONSENTS.say(school, UUID.randomUUID(), said(ida, Consents.CONTACT, "any", false, day(2)));
        assertThat(CONSENTS.may(school, ida, "survey", "email", LATER)).isInstanceOf(Decision.DoNotContact.class);
    }

    private static UUID told(TenantId school, String subject, Map<String, String> values) {
        var key = new PersonKey("hook:shop", subject);
        return ((Receipt.Recorded) HERE.archive.record(new Delivery(school, "hook:shop", subject, List.of(
                new Fact.PersonDescribed(key, null, values, Confidence.VERIFIED, "hook:shop", MONDAY)))))
                .people().get(key);
    }

    @Test
    void learner_payer_and_guardian_are_three_people_and_the_last_word_about_a_link_holds() {
        UUID child = enrol("linked");
        UUID father = enrol("father");
        UUID school = enrol("payer");
        record(new Fact.Linked(child, father, Relation.GUARDIAN, true, "staff:li", day(2)));
        record(new Fact.Linked(child, school, Relation.PAYER, true, "staff:li", day(2)),
                new Fact.Linked(child, school, Relation.OTHER, false, "staff:li", day(3)),
                new Fact.Linked(child, school, Relation.OTHER, true, "staff:li", day(3)));
        record(new Fact.Linked(child, father, Relation.GUARDIAN, false, "staff:li", day(1)));
        assertThat(RELATIONS.of(TENANT, child)).extracting(LinkedPerson::person, LinkedPerson::relation)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(father, Relation.GUARDIAN),
                        org.assertj.core.groups.Tuple.tuple(school, Relation.PAYER));
        assertThat(RELATIONS.learnersOf(TENANT, father)).extracting(LinkedPerson::person).containsExactly(child);
        assertThat(RELATIONS.of(new TenantId("other"), child)).isEmpty();
    }

    @Test
    void of_an_order_the_last_word_holds_in_whatever_order_it_comes() {
        var buyer = new PersonKey("hook:shop", "c-1");
        Receipt receipt = HERE.archive.record(new Delivery(TENANT, "hook:shop", "o-2", List.of(
                purchase(buyer, "A", Purchase.Kind.RENEWED, day(5)), purchase(buyer, "A", Purchase.Kind.BOUGHT, day(1)),
                purchase(buyer, "B", Purchase.Kind.BOUGHT, day(2)))));
        HERE.archive.record(new Delivery(TENANT, "hook:shop", "o-1",
                List.of(purchase(buyer, "A", Purchase.Kind.BOUGHT, day(2)),
                        purchase(buyer, "B", Purchase.Kind.REFUNDED, day(2)))));
        UUID who = ((Receipt.Recorded) receipt).people().get(buyer);
        assertThat(RELATIONS.purchases(TENANT, who)).extracting(Purchase::order, Purchase::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A", Purchase.Kind.RENEWED),
                        org.assertj.core.groups.Tuple.tuple("B", Purchase.Kind.REFUNDED));
    }

    private static Fact purchase(PersonKey buyer, String order, Purchase.Kind kind, Instant at) {
        return new Fact.Purchased(buyer, order, "Data course", kind, day(200), "hook:shop", at);
    }

    @Test
    void a_name_that_a_learner_asks_for_is_on_the_file_once_staff_accept_it() {
        UUID gu = enrol("request");
        UUID key = UUID.randomUUID();
        assertThat(REQUESTS.ask(TENANT, key, gu, "name", " 顾小满 ", "learner:" + gu, day(1))).isNull();
        assertThat(REQUESTS.ask(TENANT, key, gu, "name", "顾小满", "learner:" + gu, day(1))).isNull();
        assertThat(REQUESTS.ask(TENANT, UUID.randomUUID(), gu, "birthDate", "tomorrow", "learner:" + gu, day(1)))
                .isEqualTo("date");
        assertThat(REQUESTS.open(TENANT, null, 10).items()).extracting(request -> request.value()).contains("顾小满");
        assertThat(HERE.archive.file(TENANT, gu).orElseThrow().name()).isEqualTo("request");

        assertThatThrownBy(() -> REQUESTS.decide(TENANT, key, false, " ", "staff:li", day(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(REQUESTS.decide(TENANT, key, true, "", "staff:li", day(2)).accepted()).isTrue();
        assertThat(REQUESTS.decide(TENANT, key, false, "too late", "staff:wu", day(3)).decidedBy())
                .isEqualTo("staff:li");
        assertThat(HERE.archive.file(TENANT, gu).orElseThrow().name()).isEqualTo("顾小满");
        assertThat(REQUESTS.open(TENANT, null, 10).items()).noneMatch(request -> request.id().equals(key));
        assertThat(REQUESTS.of(TENANT, gu)).hasSize(1);
    }

    @Test
    void what_no_policy_names_is_shown_when_somebody_spoke_of_it() {
        UUID hana = enrol("own-purpose");
        record(said(hana, "alumni", "email", true, day(1)));
        assertThat(CONSENTS.current(TENANT, hana, LATER)).extracting(Standing::purpose).contains("alumni", "revisit");
        assertThat(Set.copyOf(CONSENTS.current(TENANT, hana, LATER)))
                .contains(new Standing("survey", "email", new Decision.NoConsent()));
    }
}
