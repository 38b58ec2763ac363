// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.learner;
import static org.huifang.archive.Course101.left;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Purchase;
import org.huifang.api.archive.Relation;
import org.huifang.api.consent.ErasureDue;
import org.huifang.api.consent.ErasureDue.Keeps;
import org.huifang.api.consent.LegalHold;
import org.huifang.api.consent.Policies;
import org.huifang.persistence.Announcer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Course101 HERE = new Course101();
    private static final KeepingRetention RETENTION = new KeepingRetention(HERE.store, new Announcer(List.of()));
    private static final Instant TWO_YEARS_ON = Instant.parse("2028-09-08T00:00:00Z");
    private static final Instant FOUR_YEARS_ON = Instant.parse("2030-09-08T00:00:00Z");

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static UUID gone(String subject) {
        UUID who = learner(HERE.record(subject + "-enrolled", enrolled(subject, subject, MONDAY)), subject);
        HERE.record(subject + "-left", left(subject, MONDAY.plusSeconds(60)));
        return who;
    }

    private static void record(Fact... facts) {
        HERE.archive.record(new Delivery(TENANT, "staff", UUID.randomUUID().toString(), List.of(facts)));
    }

    private static List<ErasureDue> due(UUID who, Instant now) {
        var all = new ArrayList<ErasureDue>();
        String after = null;
        do {
            var page = RETENTION.due(TENANT, now, after, 2);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all.stream().filter(one -> one.learner().equals(who)).toList();
    }

    @Test
    void what_is_over_is_listed_and_nothing_is_erased() {
        UUID who = gone("over");
        record(new Fact.Consented(who, "revisit", "phone", "consent", "1", true, "l", "learner:" + who, MONDAY));
        assertThat(due(who, Instant.parse("2027-01-01T00:00:00Z"))).isEmpty();
        assertThat(due(who, FOUR_YEARS_ON)).extracting(ErasureDue::data)
                .containsExactly("consent", "contact");
        assertThat(HERE.archive.file(TENANT, who)).isPresent();
    }

    @Test
    void a_hold_a_course_a_purchase_and_a_consent_that_must_be_kept_are_named_as_what_keeps_it() {
        UUID held = gone("held");
        UUID hold = UUID.randomUUID();
        RETENTION.hold(TENANT, hold, held, "complaint 12/2026", "staff:li", MONDAY);
        RETENTION.hold(TENANT, hold, held, "complaint 12/2026", "staff:li", MONDAY);
        assertThat(kept(held)).containsExactly(Keeps.LEGAL_HOLD);
        RETENTION.release(TENANT, hold, "staff:wu", TWO_YEARS_ON);
        assertThat(kept(held)).isEmpty();
        assertThat(RETENTION.holds(TENANT, held)).extracting(LegalHold::reason, LegalHold::releasedBy)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("complaint 12/2026", "staff:wu"));
        assertThatThrownBy(() -> RETENTION.hold(TENANT, UUID.randomUUID(), UUID.randomUUID(), "x", "staff:li", MONDAY))
                .isInstanceOf(IllegalArgumentException.class);

        UUID learning = learner(HERE.record("still", enrolled("still", "still", MONDAY)), "still");
        assertThat(kept(learning)).containsExactly(Keeps.ENROLLED);

        UUID paying = gone("paying");
        record(new Fact.Purchased(Course101.person("paying"), "o", "Ten years", Purchase.Kind.BOUGHT,
                Instant.parse("2040-01-01T00:00:00Z"), "staff:li", MONDAY));
        assertThat(kept(paying)).containsExactly(Keeps.PURCHASE_RUNS);

        UUID owning = gone("owning");
        record(new Fact.Purchased(Course101.person("owning"), "o2", "For ever", Purchase.Kind.BOUGHT, null, "staff:li",
                MONDAY));
        assertThat(kept(owning)).containsExactly(Keeps.PURCHASE_RUNS);

        UUID mother = gone("mother");
        record(new Fact.Linked(learning, mother, Relation.GUARDIAN, true, "staff:li", MONDAY));
        assertThat(kept(mother)).containsExactly(Keeps.LEARNER_ENROLLED);

        UUID agreed = gone("agreed");
        record(new Fact.Consented(agreed, "survey", "lms", "consent", "1", true, "l", "learner:" + agreed,
                Instant.parse("2027-12-01T00:00:00Z")));
        assertThat(due(agreed, Instant.parse("2029-12-02T00:00:00Z")).getFirst().kept())
                .containsExactly(Keeps.CONSENT_KEPT);
    }

    @Test
    void what_staff_do_with_a_file_keeps_it_no_longer_and_what_the_person_does_keeps_it() {
        UUID who = gone("looked-at");
        Instant later = Instant.parse("2028-06-01T00:00:00Z");
        record(new Fact.Revealed(who, "phone", "check", "staff:li", later),
                new Fact.KeeperNamed(who, UUID.randomUUID(), "staff:li", later),
                new Fact.ValueSaid(who, "goal", "exam", Confidence.STATED, "staff:li", later));
        assertThat(due(who, TWO_YEARS_ON)).hasSize(1);
        HERE.archive.record(new Delivery(TENANT, "learner", "looked-at-says", List.of(
                new Fact.ValueSaid(who, "goal", "travel", Confidence.STATED, "learner:" + who, later))));
        assertThat(due(who, TWO_YEARS_ON)).isEmpty();
    }

    private static java.util.Set<Keeps> kept(UUID who) {
        return due(who, FOUR_YEARS_ON).stream().filter(one -> one.data().equals("contact")).findFirst().orElseThrow()
                .kept();
    }

    @Test
    void a_childs_data_is_over_sooner_and_the_periods_are_the_schools() {
        UUID child = gone("child");
        record(new Fact.ValueSaid(child, "birthDate", "2018-01-01", Confidence.VERIFIED, "staff:li", MONDAY));
        UUID adult = gone("adult");
        Instant inBetween = Instant.parse("2027-10-01T00:00:00Z");
        assertThat(due(child, inBetween)).extracting(ErasureDue::data).containsExactly("contact");
        assertThat(due(adult, inBetween)).isEmpty();
        new KeepingPolicies(HERE.store).set(TENANT, Policies.RETENTION_OF + "contact", "P1Y", LocalDate.of(2027, 1, 1),
                "the board");
        assertThat(due(adult, inBetween)).hasSize(1);
        new KeepingPolicies(HERE.store).set(TENANT, Policies.RETENTION_OF + "contact", "P2Y", LocalDate.of(2027, 1, 1),
                "the board");
    }
}
