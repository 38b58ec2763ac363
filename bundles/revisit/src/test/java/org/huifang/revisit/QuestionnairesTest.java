// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.School.TENANT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Sheet;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {
    private static final Answers ANSWERS = new Answers(5, 9, "更多练习 please");

    private final School school = new School();
    private School.Learner li;

    @BeforeEach
    void a_learner_joins() {
        li = school.enrol("Li");
        school.work();
    }

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void there_is_no_link_before_the_survey_opens_and_a_guessed_one_says_not_yet() {
        assertThat(school.questionnaires.tokens(TENANT, li.id(), li.course())).isEmpty();
        assertThat(open(token()).status()).isEqualTo(Sheet.Status.NOT_YET);
        assertThat(school.questionnaires.handIn(token(), ANSWERS).orElseThrow().status())
                .isEqualTo(Sheet.Status.NOT_YET);
    }

    @Test
    void answers_are_kept_as_they_are_given_and_are_in_the_file_at_once_when_handed_in() {
        opened();
        assertThat(school.questionnaires.save(token(), new Answers(4, null, "")).orElseThrow().status())
                .isEqualTo(Sheet.Status.OPEN);
        assertThat(open(token()).answers()).isEqualTo(new Answers(4, null, ""));
        assertThat(school.questionnaires.handIn(token(), ANSWERS).orElseThrow().status())
                .isEqualTo(Sheet.Status.ANSWERED);
        assertThat(school.of(li, "mid").state()).isEqualTo(State.DONE);
        assertThat(school.told(li)).last().isInstanceOfSatisfying(Fact.Answered.class, fact -> {
            assertThat(fact.satisfaction()).isEqualTo(5);
            assertThat(fact.recommendation()).isEqualTo(9);
            assertThat(fact.comment()).isEqualTo("更多练习 please");
        });
        assertThat(school.questionnaires.tokens(TENANT, li.id(), li.course())).containsExactly(token());
    }

    @Test
    void a_second_hand_in_changes_nothing() {
        opened();
        school.questionnaires.handIn(token(), ANSWERS);
        assertThat(school.questionnaires.handIn(token(), new Answers(1, 0, "")).orElseThrow().answers())
                .isEqualTo(ANSWERS);
        assertThat(school.questionnaires.save(token(), Answers.NONE).orElseThrow().answers()).isEqualTo(ANSWERS);
        assertThat(school.told(li)).filteredOn(Fact.Answered.class::isInstance).hasSize(1);
    }

    @Test
    void who_left_finds_the_sheet_closed() {
        opened();
        String token = token();
        school.leave("Li");
        school.work();
        assertThat(open(token).status()).isEqualTo(Sheet.Status.CLOSED);
        assertThat(school.questionnaires.tokens(TENANT, li.id(), li.course())).isEmpty();
    }

    @Test
    void a_provider_that_is_away_for_days_delays_an_invitation_and_loses_none() {
        var provider = new Provider();
        school.sending.add(provider, Map.of("channel", "email"));
        reachable();
        opened();
        for (int hour = 0; hour < 60; hour++) {
            school.pass(Duration.ofHours(1));
        }
        assertThat(provider.taken).isEmpty();
        provider.answer = new Receipt.Accepted(school.now, "1");
        for (int hour = 0; provider.taken.isEmpty() && hour < 24 * 7; hour++) {
            school.pass(Duration.ofHours(1));
        }
        assertThat(provider.taken).hasSize(1);
    }

    @Test
    void an_address_that_takes_no_invitation_for_a_day_is_not_tried_again_and_the_sheet_stays_open_in_the_course() {
        var provider = new Provider();
        provider.answer = new Receipt.Refused("no such mailbox");
        school.sending.add(provider, Map.of("channel", "email"));
        reachable();
        opened();
        school.pass(Duration.ofHours(1));
        assertThat(school.of(li, "mid").state()).as("whoever has misconfigured it has time to notice")
                .isEqualTo(State.DUE);
        for (int hour = 0; provider.asked < 5 && hour < 24 * 14; hour++) {
            school.pass(Duration.ofHours(1));
        }
        school.pass(Duration.ofDays(1));
        assertThat(school.of(li, "mid").hold()).isEqualTo(new Hold(Hold.Reason.NO_CONTACT_POINT, null));
        assertThat(provider.asked).isEqualTo(5);
        assertThat(school.missing()).isZero();
        provider.answer = new Receipt.Accepted(school.now, "1");
        say("li@example.com");
        for (int hour = 0; provider.taken.isEmpty() && hour < 24 * 3; hour++) {
            school.pass(Duration.ofHours(1));
        }
        assertThat(provider.taken).as("another address").hasSize(1);
        school.questionnaires.handIn(token(), ANSWERS);
        assertThat(school.of(li, "mid").state()).isEqualTo(State.DONE);
    }

    private void reachable() {
        say("li@example.org");
    }

    private void say(String address) {
        school.archive.record(new Delivery(TENANT, "staff", UUID.randomUUID().toString(), List.of(new Fact.ValueSaid(
                li.id(), "email", address, Confidence.STATED, "staff:" + School.AGENT, school.now))));
        school.work();
    }

    /** At the far side of a channel. */
    private static final class Provider implements RevisitChannel {
        private final List<Message> taken = new ArrayList<>();
        private Receipt answer = new Receipt.Later("away");
        private int asked;

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Receipt send(Message message) {
            if (message.key().endsWith(":invitation")) {
                asked++;
                if (answer instanceof Receipt.Accepted) {
                    taken.add(message);
                }
            }
            return answer;
        }
    }

    @Test
    void a_token_that_is_not_ours_opens_nothing() {
        String token = token();
        char last = token.charAt(token.length() - 3);
        String changed = token.substring(0, token.length() - 3) + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 2);
        for (String other : List.of("", "x", "%%%", changed, new Tokens(new byte[32]).of(school.of(li, "mid").id()),
                new Tokens(school.store).of(UUID.randomUUID()),
                new Tokens(school.store).of(school.of(li, "first").id()))) {
            assertThat(school.questionnaires.open(other)).as(other).isEmpty();
        }
    }

    @Test
    void tokens_stay_valid_over_a_restart() {
        opened();
        assertThat(school.questionnaires().open(token())).isPresent();
    }

    private void opened() {
        school.lesson("Li", 50);
        school.work();
    }

    private String token() {
        return new Tokens(school.store).of(school.of(li, "mid").id());
    }

    private Sheet open(String token) {
        return school.questionnaires.open(token).orElseThrow();
    }
}
