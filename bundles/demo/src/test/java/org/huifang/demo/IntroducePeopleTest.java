// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.junit.jupiter.api.Test;

class IntroducePeopleTest {
    private final List<Delivery> told = new ArrayList<>();
    private int failures;

    private LearnerArchive archive() {
        return (LearnerArchive) Proxy.newProxyInstance(LearnerArchive.class.getClassLoader(),
                new Class<?>[]{LearnerArchive.class}, (self, method, arguments) -> {
                    var delivery = (Delivery) arguments[0];
                    if (delivery.source().equals("learner") && failures-- > 0) {
                        throw new IllegalStateException("the archive went away");
                    }
                    told.add(delivery);
                    var people = new HashMap<PersonKey, UUID>();
                    delivery.facts().forEach(fact -> {
                        if (fact instanceof Fact.PersonDescribed described) {
                            people.put(described.person(),
                                    UUID.nameUUIDFromBytes(described.person().subject().getBytes()));
                        }
                    });
                    return new Receipt.Recorded(people, java.util.Map.of());
                });
    }

    private <F extends Fact> Stream<F> facts(Class<F> type) {
        return told.stream().flatMap(delivery -> delivery.facts().stream()).filter(type::isInstance).map(type::cast);
    }

    @Test
    void the_first_people_have_birthdays_wishes_words_and_one_is_a_child_and_all_is_told_once() throws Exception {
        try (var tool = new Tool()) {
            var job = new IntroducePeople(tool.store, tool.campus, tool.classroom, archive(), tool.clock);
            assertThat(job.run()).isFalse();
            job.run();
            assertThat(told).hasSize(2);
            LocalDate start = tool.classroom.start();
            assertThat(facts(Fact.PersonDescribed.class).map(f -> LocalDate.parse(f.values().get("birthDate"))))
                    .anyMatch(born -> MonthDay.from(born).equals(MonthDay.from(start.plusDays(3))))
                    .filteredOn(born -> born.plusYears(14).isAfter(start)).hasSize(1);
            assertThat(facts(Fact.PersonDescribed.class).map(f -> f.values().get("hours"))).contains("19:00-21:00");
            assertThat(facts(Fact.PersonDescribed.class).map(Fact.PersonDescribed::person))
                    .allMatch(key -> key.source().equals("platform:" + new UUID(1, 1)))
                    .noneMatch(key -> key.subject().equals("101"));
            assertThat(facts(Fact.Consented.class).filter(f -> f.purpose().equals("contact") && !f.given()))
                    .hasSize(2);
            assertThat(facts(Fact.Consented.class).filter(f -> f.purpose().equals("care") && f.given())).hasSize(8);
        }
    }

    @Test
    void a_run_that_was_cut_short_is_made_up_for() throws Exception {
        try (var tool = new Tool()) {
            failures = 1;
            var job = new IntroducePeople(tool.store, tool.campus, tool.classroom, archive(), tool.clock);
            org.assertj.core.api.Assertions.assertThatThrownBy(job::run).isInstanceOf(IllegalStateException.class);
            job.run();
            job.run();
            assertThat(told).extracting(Delivery::source).containsExactly(tool.campus.source(),
                    tool.campus.source(), "learner");
        }
    }
}
