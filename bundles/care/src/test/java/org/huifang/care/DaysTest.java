// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huifang.api.care.Greeted;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final Campus campus = new Campus();

    @AfterEach
    void close() {
        campus.close();
    }

    @Test
    void a_birthday_is_greeted_in_the_persons_own_day_and_once_a_year() {
        campus.enrol("Li", "Asia/Shanghai", LocalDate.of(2000, 3, 4));
        campus.enrol("Ann", "America/Los_Angeles", LocalDate.of(2001, 3, 4));
        campus.enrol("Bo", null, LocalDate.of(2000, 3, 7));
        Greeting greeting = campus.live(new Occasion.Birthday());
        campus.until(Instant.parse("2026-03-03T15:00:00Z"));
        assertThat(campus.ours()).isEmpty();
        campus.until(Instant.parse("2026-03-04T02:00:00Z"));
        assertThat(campus.greetedByName()).containsExactly("li");
        assertThat(campus.ours().getFirst().subject()).isEqualTo("Dear Li");
        assertThat(campus.ours().getFirst().text()).startsWith("All the best to you, Li!\n\n").endsWith(
                "You can end them at any time on your own page in the course.");
        campus.until(Instant.parse("2026-03-04T18:00:00Z"));
        assertThat(campus.greetedByName()).containsExactly("li", "ann");
        // mended to a later day of the same year
        campus.record(new org.huifang.api.archive.Fact.ValueSaid(campus.id("Li"), "birthDate", "2000-03-06",
                org.huifang.api.archive.Confidence.STATED, "staff:1", campus.now));
        campus.until(Instant.parse("2026-03-08T02:00:00Z"));
        assertThat(campus.greetedByName()).containsExactly("li", "ann", "bo");
        assertThat(campus.greeted(greeting)).extracting(Greeted::state).containsOnly(Greeted.State.SENT);
    }

    @Test
    void who_was_born_on_a_leap_day_is_greeted_on_it_and_else_on_the_day_before_march() {
        campus.now = Instant.parse("2027-02-27T00:00:00Z");
        campus.enrol("Leap", "Asia/Shanghai", LocalDate.of(2004, 2, 29));
        Greeting greeting = campus.live(new Occasion.Birthday());
        campus.until(Instant.parse("2027-03-01T12:00:00Z"));
        campus.now = Instant.parse("2028-02-27T00:00:00Z");
        campus.work();
        campus.until(Instant.parse("2028-03-01T12:00:00Z"));
        assertThat(campus.greeted(greeting)).extracting(Greeted::day).containsExactly(LocalDate.of(2028, 2, 29),
                LocalDate.of(2027, 2, 28));
    }

    @Test
    void a_festival_is_for_all_who_are_enrolled_also_for_who_comes_on_the_day_and_not_for_who_left() {
        campus.enrol("Li", "Asia/Shanghai", null);
        campus.enrol("Ann", "Europe/Berlin", null);
        campus.enrol("Gone", null, null);
        campus.leave("Gone");
        LocalDate day = LocalDate.of(2026, 3, 3);
        Greeting greeting = campus.live(new Occasion.Festival(List.of(day, LocalDate.of(2027, 2, 6))));
        assertThat(campus.greetings.preview(campus.tenant, greeting, day, 1).people()).isEqualTo(2);
        campus.until(Instant.parse("2026-03-03T03:00:00Z"));
        assertThat(campus.greetedByName()).containsExactly("li");
        campus.enrol("New", null, null);
        campus.until(Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(campus.greetedByName()).containsExactlyInAnyOrder("li", "ann", "new");
        campus.enrol("Late", null, null);
        campus.until(Instant.parse("2026-03-06T00:00:00Z"));
        assertThat(campus.greeted(greeting)).hasSize(3).extracting(Greeted::day).containsOnly(day);
    }

    @Test
    void a_day_on_which_nothing_ran_is_told_of() {
        campus.enrol("Li", null, LocalDate.of(2000, 3, 10));
        Greeting greeting = campus.live(new Occasion.Birthday());
        campus.work();
        campus.now = campus.now.plus(Duration.ofDays(12));
        campus.work();
        assertThat(campus.ours()).isEmpty();
        assertThat(campus.greeted(greeting)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(Greeted.State.NOT_SENT);
            assertThat(one.reason()).isEqualTo(Greeted.Reason.TOO_LATE);
        });
    }

    @Test
    void a_milestone_is_greeted_once_the_highest_of_several_and_what_was_before_it_went_live_is_none() {
        campus.enrol("Li", null, null);
        campus.enrol("Ann", null, null);
        campus.enrol("Early", null, null);
        campus.lesson("Early", 60);
        campus.work();
        campus.now = campus.now.plusSeconds(60);
        Greeting half = campus.live(new Occasion.Milestone(50));
        Greeting end = campus.live(new Occasion.Finished());
        campus.now = campus.now.plusSeconds(60);
        campus.lesson("Li", 30);
        campus.lesson("Early", 70);
        campus.finish("Ann");
        campus.work();
        assertThat(campus.greetedByName()).containsExactly("ann");
        campus.lesson("Li", 55);
        campus.lesson("Li", 52);
        campus.lesson("Li", 58);
        campus.work();
        campus.work();
        assertThat(campus.greetedByName()).containsExactly("ann", "li");
        assertThat(campus.greeted(half)).singleElement()
                .satisfies(one -> assertThat(one.learner()).isEqualTo(campus.id("Li")));
        assertThat(campus.greeted(end)).hasSize(1);
    }
}
