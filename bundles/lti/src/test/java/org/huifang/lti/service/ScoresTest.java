// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huifang.lti.CounterSide;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScoresTest extends GradesFixture {
    private static final String SCORES = "POST /s/items/5/lineitem/scores?type_id=1";

    private Map<String, Object> sent(Score score) {
        on(SCORES, 200, "");
        done(grades.score(registration, claim, claim.lineItem(), score, null));
        return CounterSide.json(asked.getLast().body());
    }

    @Tag("AGS-08")
    @Tag("AGS-10")
    @Tag("AGS-14")
    @Tag("NRPS-15")
    @Test
    void a_score_goes_to_the_address_in_front_of_the_query_with_its_media_type() {
        Map<String, Object> body = sent(Score.finished("42", 8.5, 10));
        assertThat(asked.getLast().line()).isEqualTo(SCORES);
        assertThat(asked.getLast().type()).isEqualTo("application/vnd.ims.lis.v1.score+json");
        assertThat(body).isEqualTo(Map.of("userId", "42", "timestamp", "2026-03-02T08:00:00.000Z",
                "activityProgress", "Completed", "gradingProgress", "FullyGraded", "scoreGiven", 8.5, "scoreMaximum",
                10L));
        assertThat(scopes.getLast()).endsWith("score");
    }

    @Tag("AGS-15")
    @Test
    void more_points_than_the_maximum_are_legal_and_points_without_a_maximum_are_not() {
        assertThat(sent(Score.finished("42", 12, 10))).containsEntry("scoreGiven", 12L);
        assertThatThrownBy(() -> new Score("42", Score.Activity.COMPLETED, Score.Grading.FULLY_GRADED, 1.0, null, null,
                null, null, null, Map.of())).isInstanceOf(IllegalArgumentException.class);
        for (double no : new double[]{-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Score.finished("42", no, 10)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Score.finished("42", 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Score.finished(" ", 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Tag("AGS-16")
    @Test
    void timestamps_rise_strictly_also_when_the_clock_stands_or_goes_back() {
        on(SCORES, 200, "");
        List<Instant> sent = new ArrayList<>();
        Instant last = null;
        for (int i = 0; i < 4; i++) {
            last = done(grades.score(registration, claim, claim.lineItem(), Score.finished("42", i, 10), last));
            sent.add(last);
        }
        clock.forward(Duration.ofSeconds(-30));
        last = done(grades.score(registration, claim, claim.lineItem(), Score.finished("42", 5, 10), last));
        sent.add(last);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(sent.get(i)).isAfter(sent.get(i - 1));
        }
        assertThat(asked.getLast().body()).contains("\"2026-03-02T08:00:00.004Z\"");
        clock.forward(Duration.ofHours(-1));
        assertThat(failed(grades.score(registration, claim, claim.lineItem(), Score.finished("42", 5, 10), last))
                .kind()).isEqualTo(Kind.CONFLICT);
        assertThat(asked).hasSize(5);
    }

    @Tag("AGS-17")
    @Test
    void every_pair_of_progress_is_told_in_the_words_of_the_specification() {
        List<String> activities = List.of("Initialized", "Started", "InProgress", "Submitted", "Completed");
        List<String> gradings = List.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady");
        for (Score.Activity activity : Score.Activity.values()) {
            for (Score.Grading grading : Score.Grading.values()) {
                assertThat(sent(new Score("42", activity, grading, null, null, null, null, null, null, Map.of())))
                        .containsEntry("activityProgress", activities.get(activity.ordinal()))
                        .containsEntry("gradingProgress", gradings.get(grading.ordinal()));
            }
        }
    }

    @Tag("AGS-18")
    @Test
    void a_score_is_cleared_by_giving_none() {
        assertThat(sent(Score.cleared("42"))).doesNotContainKeys("scoreGiven", "scoreMaximum");
    }

    @Tag("AGS-21")
    @Tag("AGS-22")
    @Test
    void submission_times_and_members_of_other_vocabularies_are_told() {
        Instant at = Instant.parse("2026-03-01T00:00:00.5Z");
        Score score = new Score("42", Score.Activity.SUBMITTED, Score.Grading.PENDING_MANUAL, null, null, "Thank you",
                "7", at, at.plusSeconds(60), Map.of("https://canvas.instructure.com/lti/submission",
                        Map.of("new_submission", false)));
        assertThat(sent(score)).containsEntry("comment", "Thank you").containsEntry("scoringUserId", "7")
                .containsEntry("submission",
                        Map.of("startedAt", "2026-03-01T00:00:00.500Z", "submittedAt", "2026-03-01T00:01:00.500Z"))
                .containsEntry("https://canvas.instructure.com/lti/submission", Map.of("new_submission", false));
        assertThat(score.toString()).doesNotContain("42", "Thank");
    }

    @Tag("AGS-19")
    @Test
    void a_conflict_passes_with_a_later_timestamp_so_that_a_retry_is_harmless() {
        on(SCORES, 409, "");
        ServiceFailure conflict = failed(
                grades.score(registration, claim, claim.lineItem(), Score.finished("42", 1, 1), null));
        assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(conflict.temporary()).isTrue();
        clock.forward(Duration.ofSeconds(1));
        on(SCORES, 204, "");
        done(grades.score(registration, claim, claim.lineItem(), Score.finished("42", 1, 1), null));
        assertThat(asked.get(0).body()).isNotEqualTo(asked.get(1).body());
    }

    @Tag("AGS-09")
    @Tag("AGS-10")
    @Tag("AGS-23")
    @Test
    void results_are_read_over_all_pages_and_moodle_is_never_given_a_limit() {
        answers.put("GET /s/items/5/lineitem/results?type_id=1&user_id=42", new Answer(200,
                "[{\"id\":\"" + uri("/s/r/1") + "\",\"userId\":42,\"resultScore\":8.5,\"resultMaximum\":10,"
                        + "\"comment\":\"ok\"},{\"resultScore\":1}]",
                Map.of("Link", "<" + uri("/s/more") + ">; rel=next")));
        on("GET /s/more", 200, "[{\"userId\":\"43\"}]");
        List<Result> results = done(grades.results(registration, claim, claim.lineItem(), "42", 100));
        assertThat(results).extracting(Result::userId).containsExactly("42", "43");
        assertThat(results.getFirst().score()).isEqualTo(8.5);
        assertThat(results.getLast().score()).isNull();
        assertThat(results.toString()).doesNotContain("42", "8.5");
        assertThat(asked).extracting(Asked::accept).containsOnly("application/vnd.ims.lis.v2.resultcontainer+json");
        on("GET /s/items/6/results?limit=100", 200, "[]");
        assertThat(done(grades.results(registration, claim, uri("/s/items/6"), null, 100))).isEmpty();
    }
}
