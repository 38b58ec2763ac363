// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huifang.lti.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a reading must survive or refuse. */
class RosterFaultsTest extends RosterFixture {
    @Tag("NRPS-07")
    @Tag("A6")
    @Test
    void a_next_link_to_another_origin_is_never_followed() {
        try (TestPlatform other = new TestPlatform()) {
            for (String foreign : List.of(other.origin() + "/nrps",
                    platform.origin().replace("http:", "https:") + "/nrps",
                    platform.origin().replace("127.0.0.1", "localhost") + "/nrps",
                    "http://x@" + platform.uri("").getAuthority() + "/nrps", "file:///etc/passwd",
                    "//evil.example/nrps",
                    "http://169.254.169.254/latest")) {
                page("/nrps", container(member(1)), "<" + foreign + ">; rel=\"next\"");
                assertThat(failed(read("/nrps")).kind()).as(foreign).isEqualTo(ServiceFailure.Kind.FOREIGN_LINK);
            }
            assertThat(other.requests).isEmpty();
        }
    }

    @Tag("NRPS-08")
    @Test
    void pages_in_a_circle_too_many_pages_and_too_many_members_end_the_reading() {
        page("/nrps", container(member(1)), link("/nrps?2", "next"));
        page("/nrps?2", container(member(2)), link("/nrps", "next"));
        assertThat(failed(read("/nrps")).kind()).isEqualTo(ServiceFailure.Kind.TOO_MUCH);
        assertThat(asked).hasSize(2);

        page("/nrps?2", container(member(2)), link("/nrps?3", "next"));
        page("/nrps?3", container(member(3)));
        Duration time = Duration.ofSeconds(5);
        RosterQuery all = new RosterQuery(0, null, null);
        assertThat(failed(read("/nrps", all, new RosterRules(2, 100, 10_000, time))).kind())
                .isEqualTo(ServiceFailure.Kind.TOO_MUCH);
        assertThat(read("/nrps", all, new RosterRules(3, 100, 10_000, time)))
                .isEqualTo(new RosterResult.Complete(3, 3, null));
        assertThat(read("/nrps", all, new RosterRules(3, 2, 10_000, time)))
                .isInstanceOfSatisfying(RosterResult.Failed.class, f -> {
                    assertThat(f.failure().kind()).isEqualTo(ServiceFailure.Kind.TOO_MUCH);
                    assertThat(f.members()).isEqualTo(2);
                });
        assertThat(failed(read("/nrps", all, new RosterRules(3, 100, 50, time))).kind())
                .isEqualTo(ServiceFailure.Kind.UNREACHABLE);
    }

    @Tag("NRPS-12")
    @Test
    void a_token_that_ends_in_the_middle_is_renewed_once() {
        page("/nrps", container(member(1)), link("/nrps?2", "next"));
        page("/nrps?2", container(member(2)), link("/nrps?3", "next"));
        page("/nrps?3", container(member(3)));
        new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock).read(registration, platform.uri("/nrps"),
                new RosterQuery(0, null, null), page -> {
                    pages.add(page);
                    revoked = "t-1";
                });
        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(tokensGiven).hasValue(2);
        revoked = "t-2";
        page("/nrps", container(member(1)));
        assertThat(read("/nrps")).isInstanceOf(RosterResult.Complete.class);
    }

    @Tag("NRPS-12")
    @Test
    void a_platform_that_refuses_a_new_token_too_is_not_asked_for_ever() {
        answers.put("/nrps", new Answer(401, "text/plain", "", Map.of()));
        assertThat(failed(read("/nrps")).kind()).isEqualTo(ServiceFailure.Kind.UNAUTHORIZED);
        assertThat(asked).hasSize(2);
    }

    @Tag("NRPS-13")
    @Test
    void statuses_say_what_helps_and_retry_after_is_handed_over() {
        Map<Integer, ServiceFailure.Kind> kinds = Map.of(403, ServiceFailure.Kind.FORBIDDEN, 404,
                ServiceFailure.Kind.NOT_FOUND, 410, ServiceFailure.Kind.NOT_FOUND, 500,
                ServiceFailure.Kind.PLATFORM_ERROR,
                503, ServiceFailure.Kind.PLATFORM_ERROR, 400, ServiceFailure.Kind.UNEXPECTED_ANSWER, 302,
                ServiceFailure.Kind.UNEXPECTED_ANSWER, 202, ServiceFailure.Kind.UNEXPECTED_ANSWER);
        kinds.forEach((status, kind) -> {
            answers.put("/nrps", new Answer(status, "text/plain", "", Map.of("Location", platform.origin() + "/x")));
            assertThat(failed(read("/nrps")).kind()).as("%d", status).isEqualTo(kind);
        });
        for (String after : List.of("120", "Mon, 02 Mar 2026 08:02:00 GMT")) {
            answers.put("/nrps", new Answer(429, "text/plain", "", Map.of("Retry-After", after)));
            ServiceFailure failure = failed(read("/nrps"));
            assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.TOO_MANY_REQUESTS);
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(120));
            assertThat(failure.temporary()).isTrue();
        }
        answers.put("/nrps", new Answer(429, "text/plain", "", Map.of("Retry-After", "soon")));
        assertThat(failed(read("/nrps")).retryAfter()).isNull();
    }

    @Tag("NRPS-14")
    @Test
    void an_answer_of_another_type_or_no_json_is_refused() {
        for (Answer wrong : List.of(new Answer(200, "application/json", container(member(1)), Map.of()),
                new Answer(200, "text/html", "<html>log in</html>", Map.of()), new Answer(200, TYPE, "[]", Map.of()),
                new Answer(200, TYPE, "{\"members\":[", Map.of()))) {
            answers.put("/nrps", wrong);
            assertThat(failed(read("/nrps")).kind()).isEqualTo(ServiceFailure.Kind.UNEXPECTED_ANSWER);
        }
        assertThat(pages).isEmpty();
        answers.put("/nrps", new Answer(200, TYPE + "; charset=utf-8", container(member(1)), Map.of()));
        assertThat(read("/nrps")).isInstanceOf(RosterResult.Complete.class);
    }

    @Test
    void what_the_consumer_throws_goes_through_and_no_further_page_is_asked_for() {
        page("/nrps", container(member(1)), link("/nrps?2", "next"));
        assertThatThrownBy(() -> new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock).read(registration,
                platform.uri("/nrps"), new RosterQuery(0, null, null), page -> {
                    throw new IllegalStateException("full");
                })).isInstanceOf(IllegalStateException.class);
        assertThat(asked).containsExactly("/nrps");
    }
}
