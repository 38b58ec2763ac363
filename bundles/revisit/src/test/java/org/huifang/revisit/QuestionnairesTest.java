// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.revisit.School.TENANT;

import java.util.List;
import java.util.UUID;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Answers;
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
