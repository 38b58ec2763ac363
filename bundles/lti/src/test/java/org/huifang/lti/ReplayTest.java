// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attacks A1, A2 and A3: foreign states, replayed nonces, and stores filled before the signature is checked. */
class ReplayTest extends LaunchFixture {
    @Tag("A2")
    @Test
    void the_same_token_opens_once() {
        LoginResult.Redirect begun = begin();
        String token = sign(claims(begun));
        verified(post(begun, token));
        refused(post(begun, token), "nonce_replayed");
        refused(post(begun, token), "nonce_replayed");
    }

    @Tag("A2")
    @Test
    void of_fifty_simultaneous_posts_of_one_token_exactly_one_wins() throws Exception {
        LoginResult.Redirect begun = begin();
        String token = sign(claims(begun));
        CountDownLatch go = new CountDownLatch(1);
        List<LaunchResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            List<Future<LaunchResult>> posts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                posts.add(threads.submit(() -> {
                    go.await();
                    return post(begun, token);
                }));
            }
            go.countDown();
            for (Future<LaunchResult> post : posts) {
                results.add(post.get());
            }
        }
        assertThat(results).filteredOn(LaunchResult.Verified.class::isInstance).hasSize(1);
        results.stream().filter(LaunchResult.Refused.class::isInstance).forEach(r -> refused(r, "nonce_replayed"));
    }

    @Tag("A2")
    @Test
    void a_second_node_on_the_same_store_refuses_what_the_first_one_opened() {
        LoginResult.Redirect begun = begin();
        String token = sign(claims(begun));
        verified(post(begun, token));
        Map<String, String> form = Map.of("state", begun.state(), "id_token", token);
        refused(verifier(jwks).verify(form, begun.browserSecret()), "nonce_replayed");
    }

    @Tag("A2")
    @Test
    void a_token_that_outlives_its_login_is_refused_whether_the_row_is_still_there_or_not() {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun);
        claims.put("exp", clock.instant().plus(Duration.ofDays(1)).getEpochSecond());
        verified(post(begun, claims));
        clock.forward(Duration.ofMinutes(10));
        refused(post(begun, claims), "state");
        logins.rows.clear();
        refused(post(begun, claims), "state");
    }

    @Tag("A1")
    @Test
    void a_state_of_another_browser_is_refused() {
        LoginResult.Redirect mine = begin();
        LoginResult.Redirect attackers = begin();
        String token = sign(claims(attackers));
        Map<String, String> form = Map.of("state", attackers.state(), "id_token", token);
        refused(verifier.verify(form, null), "state_foreign");
        refused(verifier.verify(form, ""), "state_foreign");
        refused(verifier.verify(form, mine.browserSecret()), "state_foreign");
        assertThat(logins.consumed).isEmpty();
        verified(verifier.verify(form, attackers.browserSecret()));
    }

    @Tag("A1")
    @Test
    void the_token_of_another_login_is_refused() {
        LoginResult.Redirect one = begin();
        LoginResult.Redirect other = begin();
        refused(post(one, claims(other)), "nonce");
        Map<String, Object> none = claims(one);
        none.remove("nonce");
        refused(post(one, none), "nonce");
    }

    @Tag("A1")
    @Test
    void a_state_that_is_missing_made_up_or_endless_is_refused() {
        LoginResult.Redirect begun = begin();
        String token = sign(claims(begun));
        refused(verifier.verify(Map.of("id_token", token), begun.browserSecret()), "state");
        for (String state : List.of("", "made-up", "x".repeat(513), begun.state() + "\0")) {
            refused(verifier.verify(Map.of("id_token", token, "state", state), begun.browserSecret()), "state");
        }
    }

    @Tag("A3")
    @Test
    void a_hundred_thousand_unsigned_launches_leave_the_store_as_it_was() {
        LoginResult.Redirect begun = begin();
        String good = sign(claims(begun));
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
        for (int i = 0; i < 100_000; i++) {
            Map<String, String> form = Map.of("state", i % 2 == 0 ? begun.state() : "s" + i, "id_token", unsigned);
            assertThat(verifier.verify(form, begun.browserSecret())).isInstanceOf(LaunchResult.Refused.class);
        }
        assertThat(logins.rows).hasSize(1);
        assertThat(logins.consumed).isEmpty();
        verified(post(begun, good));
    }

    @Tag("SEC-06")
    @Tag("A11")
    @Test
    void an_error_instead_of_a_token_is_a_refusal_that_quotes_nothing_harmful() {
        Map<String, String> form = new HashMap<>(Map.of("error", "access_denied", "state", "x"));
        assertThat(verifier.verify(form, null)).isEqualTo(
                new LaunchResult.Refused(ReasonCode.PLATFORM_ERROR, "access_denied"));
        form.put("error", "<script>alert(1)</script>");
        assertThat(verifier.verify(form, null)).isEqualTo(
                new LaunchResult.Refused(ReasonCode.PLATFORM_ERROR, "unreadable error"));
    }

    @Tag("A1")
    @Test
    void two_logins_side_by_side_have_cookies_of_their_own() {
        LoginResult.Redirect one = begin();
        LoginResult.Redirect other = begin();
        assertThat(one.cookieName()).isNotEqualTo(other.cookieName()).matches("lti-[A-Za-z0-9_-]{22}")
                .isEqualTo(LoginState.cookieName(one.state()));
        verified(post(other, claims(other)));
        verified(post(one, claims(one)));
    }
}
