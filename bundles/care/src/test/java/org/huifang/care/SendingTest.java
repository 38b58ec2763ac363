// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huifang.api.care.Greeted;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Occasion;
import org.huifang.api.care.Preview;
import org.huifang.api.care.Saved;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.consent.Policies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final Instant EVENING_BEFORE = Instant.parse("2026-03-02T13:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T01:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2026-03-04T01:00:00Z");
    private final Campus campus = new Campus();

    @AfterEach
    void close() {
        campus.close();
    }

    @Test
    void at_night_it_waits_without_consent_or_beyond_the_caps_it_is_not_sent_and_all_is_told() {
        campus.enrol("Li", null, null);
        campus.enrol("No", null, null);
        campus.agree("No", false);
        Greeting first = campus.live(new Occasion.Festival(List.of(DAY)));
        Greeting second = campus.live(new Occasion.Festival(List.of(DAY)));
        campus.until(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(campus.greeted(first)).filteredOn(one -> one.learner().equals(campus.id("Li"))).singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(Greeted.State.WAITING);
                    assertThat(one.reason()).isEqualTo(Greeted.Reason.QUIET_HOURS);
                });
        campus.until(DAY_AFTER);
        // one contact a day: the other greeting is told of as held by the caps
        assertThat(campus.greetedByName()).containsExactly("li");
        assertThat(List.of(of(first, "No"), of(second, "No"))).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(Greeted.State.NOT_SENT);
            assertThat(one.reason()).isEqualTo(Greeted.Reason.WITHDRAWN);
        });
        assertThat(List.of(of(first, "Li"), of(second, "Li"))).extracting(Greeted::reason)
                .containsExactlyInAnyOrder(null, Greeted.Reason.CAP);
        var sums = campus.greetings.sums(campus.tenant, 2026);
        assertThat(sums.get(first.id()).sent() + sums.get(second.id()).sent()).isEqualTo(1);
        assertThat(sums.get(first.id()).notSent() + sums.get(second.id()).notSent()).isEqualTo(3);
    }

    @Test
    void after_a_crash_while_sending_the_same_key_goes_to_the_same_channel_and_no_other() {
        campus.enrol("Li", null, null);
        Greeting greeting = campus.live(new Occasion.Festival(List.of(DAY)));
        campus.until(EVENING_BEFORE);
        campus.email = message -> {
            campus.taken.add(message);
            throw new IllegalStateException("the power fails here");
        };
        campus.now = MORNING;
        campus.find();
        var sender = campus.sender();
        assertThatThrownBy(sender::run).hasMessage("the power fails here");
        campus.email = message -> {
            campus.taken.add(message);
            return new Receipt.Accepted(campus.now, "1");
        };
        campus.work();
        assertThat(campus.ours()).as("still claimed").hasSize(1);
        campus.now = campus.now.plus(Duration.ofMinutes(6));
        campus.work();
        campus.until(DAY_AFTER);
        assertThat(campus.ours()).hasSize(2).extracting(Message::key).containsOnly(campus.ours().getFirst().key());
        assertThat(of(greeting, "Li").state()).isEqualTo(Greeted.State.SENT);
    }

    @Test
    void what_was_sent_stands_on_the_timeline_once_however_often_it_is_told() throws SQLException {
        campus.enrol("Li", null, null);
        campus.enrol("Wang", null, null);
        campus.agree("Wang", false);
        campus.live(new Occasion.Festival(List.of(DAY)));
        campus.until(DAY_AFTER);
        campus.tell();
        campus.store.of(campus.tenant, sql -> sql.update("update care.owed set told = false where state = 'SENT'"));
        campus.tell();
        assertThat(campus.greeted("Li")).singleElement().satisfies(fact -> {
            assertThat(fact.occasion()).isEqualTo("festival");
            assertThat(fact.channel()).isEqualTo("email");
        });
        assertThat(campus.greeted("Wang")).as("nothing was sent").isEmpty();
    }

    @Test
    void two_nodes_send_one_message_each_person() throws Exception {
        for (int n = 0; n < 60; n++) {
            campus.enrol("P" + n, null, null);
        }
        campus.live(new Occasion.Festival(List.of(DAY)));
        campus.now = MORNING;
        campus.find();
        campus.email = message -> {
            synchronized (campus.taken) {
                campus.taken.add(message);
            }
            return new Receipt.Accepted(campus.now, "1");
        };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> node = () -> {
                var sender = campus.sender();
                while (sender.run()) {
                    campus.find();
                }
                return true;
            };
            for (var done : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(campus.ours()).hasSize(60).extracting(Message::learner).doesNotHaveDuplicates();
    }

    @Test
    void a_channel_that_cannot_take_it_gets_it_again_and_at_the_end_of_the_day_it_is_not_sent() {
        campus.enrol("Li", null, null);
        Greeting greeting = campus.live(new Occasion.Festival(List.of(DAY)));
        campus.email = message -> {
            campus.taken.add(message);
            return new Receipt.Later("busy");
        };
        campus.until(DAY_AFTER);
        assertThat(campus.ours().size()).isGreaterThan(3);
        assertThat(campus.ours().stream().map(Message::key).distinct()).hasSize(1);
        assertThat(of(greeting, "Li").reason()).isEqualTo(Greeted.Reason.CHANNEL);
    }

    @Test
    void what_sells_is_refused_with_language_and_word_and_not_sent_even_when_it_came_another_way() throws SQLException {
        campus.enrol("Li", null, null);
        Greeting greeting = campus.live(new Occasion.Festival(List.of(DAY)));
        var bad = new Greeting(greeting.id(), "", greeting.occasion(),
                Map.of("zh-Hant", new Greeting.Text("生日快樂", "續費立減，{price}"), "en", new Greeting.Text("Hi", "")), null,
                null,
                true);
        assertThat(campus.greetings.save(campus.tenant, bad)).isInstanceOfSatisfying(Saved.Refused.class,
                refused -> assertThat(refused.why()).contains(new Saved.Fault(Saved.Kind.SELLS, "zh-Hant", "續費"),
                        new Saved.Fault(Saved.Kind.SLOT, "zh-Hant", "{price}"),
                        new Saved.Fault(Saved.Kind.NO_TEXT, "en", ""),
                        new Saved.Fault(Saved.Kind.NO_NAME, "", "")));
        assertThat(campus.greetings.all(campus.tenant)).containsExactly(greeting);
        campus.store.of(campus.tenant, sql -> sql.update("update care.text set body = 'Buy now'"));
        campus.until(DAY_AFTER);
        assertThat(campus.ours()).isEmpty();
        assertThat(of(greeting, "Li").reason()).isEqualTo(Greeted.Reason.SELLS);
    }

    @Test
    void a_greeting_says_last_which_school_it_comes_from_unless_the_name_sells() {
        campus.enrol("Li", null, null);
        campus.live(new Occasion.Festival(List.of(DAY)));
        assertThat(campus.greetings.lastLine(campus.tenant, "en")).startsWith("You get this greeting because");
        named("Buy now Ltd");
        assertThat(campus.greetings.lastLine(campus.tenant, "en")).startsWith("You get this greeting because");
        named("晨光学校");
        assertThat(campus.greetings.lastLine(campus.tenant, "zh-Hans")).startsWith("这条祝福来自晨光学校：");
        campus.until(DAY_AFTER);
        assertThat(campus.ours()).singleElement().extracting(Message::text).asString()
                .endsWith(campus.greetings.lastLine(campus.tenant, "en")).contains("This greeting comes from 晨光学校:");
    }

    private void named(String school) {
        campus.policies.set(campus.tenant, Policies.SCHOOL_NAME, school, LocalDate.EPOCH, "the board");
    }

    @Test
    void a_preview_names_who_would_be_greeted_and_how_many_agreed() {
        campus.enrol("Li", null, LocalDate.of(2000, 3, 4));
        campus.enrol("Ann", null, LocalDate.of(1999, 3, 20));
        campus.agree("Ann", false);
        campus.enrol("Out", null, LocalDate.of(1999, 3, 21));
        campus.leave("Out");
        campus.enrol("May", null, LocalDate.of(1999, 5, 1));
        var greeting = new Greeting(UUID.randomUUID(), "", new Occasion.Birthday(), Map.of(), null, null, false);
        assertThat(campus.greetings.preview(campus.tenant, greeting, LocalDate.of(2026, 3, 2), 30))
                .isEqualTo(new Preview(2, false, 1, List.of(
                        new Preview.Person(campus.id("Li"), "Li", LocalDate.of(2026, 3, 4)),
                        new Preview.Person(campus.id("Ann"), "Ann", LocalDate.of(2026, 3, 20)))));
    }

    @Test
    void what_was_stopped_is_not_sent_and_what_is_started_again_the_same_day_is_and_history_stays() {
        campus.enrol("Li", null, null);
        Greeting stopped = campus.live(new Occasion.Festival(List.of(DAY)));
        campus.until(EVENING_BEFORE);
        campus.greetings.save(campus.tenant, stopped.live(false));
        campus.until(Instant.parse("2026-03-03T03:00:00Z"));
        assertThat(campus.ours()).isEmpty();
        campus.greetings.save(campus.tenant, stopped);
        campus.until(Instant.parse("2026-03-03T05:00:00Z"));
        assertThat(campus.ours()).hasSize(1);
        campus.greetings.remove(campus.tenant, stopped.id());
        assertThat(campus.greetings.all(campus.tenant)).isEmpty();
        assertThat(campus.greeted(stopped)).hasSize(1);
        assertThat(campus.greetings.greeted(campus.tenant, stopped.id(), Set.of(Greeted.State.WAITING), null, 10)
                .items()).isEmpty();
    }

    private Greeted of(Greeting greeting, String name) {
        return campus.greeted(greeting).stream().filter(one -> one.learner().equals(campus.id(name))).findFirst()
                .orElseThrow();
    }
}
