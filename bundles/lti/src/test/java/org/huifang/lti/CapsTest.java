// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack A5: tokens made to exhaust the verifier. */
class CapsTest extends LaunchFixture {
    @Tag("A5")
    @Test
    void a_token_over_the_cap_is_refused_before_anything_else_is_looked_at() {
        refused(verifier.verify(Map.of("id_token", "x".repeat(65_537)), null), "too_large");
        refused(verifier.verify(Map.of("id_token", "x".repeat(50_000_000), "state", "s"), null), "too_large");
    }

    @Tag("A5")
    @Test
    void deep_json_in_the_header_is_refused_quickly() {
        LoginResult.Redirect begun = begin();
        String deep = "{\"alg\":\"RS256\",\"kid\":\"k-1\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        refused(post(begun, Token.part(deep) + ".e30.AAAA"), "malformed");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Tag("A5")
    @Test
    void deep_json_in_a_signed_payload_is_refused() {
        LoginResult.Redirect begun = begin();
        String deep = "{\"x\":" + "[".repeat(15_000) + "]".repeat(15_000) + "}";
        String token = Token.signed(Token.part("{\"alg\":\"RS256\",\"kid\":\"k-1\"}") + "." + Token.part(deep),
                TestPlatform.KEYS.getFirst());
        refused(post(begun, token), "malformed");
    }

    @Tag("A5")
    @Test
    void a_payload_that_is_no_object_is_refused() {
        for (String payload : new String[]{"[]", "[[\"sub\",\"1\"]]", "null", "\"text\"", "{", "12", " "}) {
            LoginResult.Redirect begun = begin();
            String token = Token.signed(Token.part("{\"alg\":\"RS256\",\"kid\":\"k-1\"}") + "." + Token.part(payload),
                    TestPlatform.KEYS.getFirst());
            refused(post(begun, token), "malformed");
        }
    }

    @Tag("A5")
    @Test
    void claims_of_wrong_types_never_break_the_verifier() {
        for (String name : claims(begin()).keySet()) {
            for (Object wrong : new Object[]{5, -1.5e300, true, java.util.List.of(1, Map.of()), Map.of("id", 5),
                    "\0"}) {
                LoginResult.Redirect begun = begin();
                Map<String, Object> claims = claims(begun);
                claims.put(name, wrong);
                assertThatCode(() -> post(begun, claims)).doesNotThrowAnyException();
            }
        }
    }

    @Tag("A5")
    @Test
    void a_login_with_an_endless_parameter_is_refused() {
        Map<String, String> parameters = loginParameters(platform.origin(), "client-1");
        parameters.put("lti_message_hint", "x".repeat(8_193));
        assertThat(login.begin(parameters)).isInstanceOfSatisfying(LoginResult.Refused.class,
                r -> assertThat(r.reason()).isEqualTo(ReasonCode.TOO_LARGE));
    }
}
