// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The known-bad payloads of the LTI Advantage Conformance Certification Guide, as instructor and as learner. */
class CertificationKnownBadTest extends LaunchFixture {
    private void refusedWhen(String role, Consumer<Map<String, Object>> bend, String code) {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun, role);
        bend.accept(claims);
        refused(post(begun, claims), code);
    }

    @AfterEach
    void no_login_was_used_up() {
        assertThat(logins.consumed).isEmpty();
    }

    @Tag("CB-01")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_01_no_kid_sent_in_jwt_header(String role) {
        LoginResult.Redirect begun = begin();
        Map<String, Object> header = Map.of("alg", "RS256", "typ", "JWT");
        refused(post(begun, Token.of(header, claims(begun, role), TestPlatform.KEYS.getFirst())), "kid_missing");
    }

    @Tag("CB-02")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_02_incorrect_kid_in_jwt_header(String role) {
        LoginResult.Redirect begun = begin();
        refused(post(begun, Token.of(TestPlatform.header("imstester_66067"), claims(begun, role),
                TestPlatform.KEYS.getFirst())), "kid_unknown");
    }

    @Tag("CB-03")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_03_wrong_lti_version(String role) {
        refusedWhen(role, c -> c.put(Claims.VERSION, "11.3"), "version");
    }

    @Tag("CB-04")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_04_no_lti_version(String role) {
        refusedWhen(role, c -> c.remove(Claims.VERSION), "version_missing");
    }

    @Tag("CB-05")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_05_invalid_lti_message(String role) {
        LoginResult.Redirect begun = begin();
        refused(post(begun, Map.of("name", "badltilaunch")), "not_lti");
        refusedWhen(role, c -> c.keySet().removeIf(name -> name.startsWith("https://purl.imsglobal.org/")), "not_lti");
    }

    @Tag("CB-06")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_06_missing_lti_claims(String role) {
        refusedWhen(role, c -> {
            c.remove(Claims.MESSAGE_TYPE);
            c.remove(Claims.DEPLOYMENT);
            c.remove(Claims.RESOURCE_LINK);
            c.remove("sub");
        }, "claim_missing");
        refusedWhen(role, c -> c.remove(Claims.TARGET_LINK_URI), "claim_missing");
        refusedWhen(role, c -> c.remove("exp"), "claim_missing");
        refusedWhen(role, c -> c.remove("iat"), "claim_missing");
    }

    @Tag("CB-07")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_07_timestamps_incorrect(String role) {
        long now = clock.instant().getEpochSecond();
        refusedWhen(role, c -> c.putAll(Map.of("iat", now - 86_400, "exp", now - 86_340)), "expired");
        refusedWhen(role, c -> c.put("exp", now - 61), "expired");
        refusedWhen(role, c -> c.putAll(Map.of("iat", now + 86_400, "exp", now + 86_460)), "iat");
        refusedWhen(role, c -> c.putAll(Map.of("iat", now - 86_400, "exp", now + 60)), "iat");
        refusedWhen(role, c -> c.put("nbf", now + 600), "iat");
        refusedWhen(role, c -> c.put("exp", "soon"), "claim_missing");
    }

    @Tag("CB-08")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_08_message_type_claim_missing(String role) {
        refusedWhen(role, c -> c.remove(Claims.MESSAGE_TYPE), "message_type");
    }

    @Tag("CB-09")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_09_role_claim_missing(String role) {
        refusedWhen(role, c -> c.remove(Claims.ROLES), "roles");
    }

    @Tag("CB-10")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_10_deployment_id_claim_missing(String role) {
        refusedWhen(role, c -> c.remove(Claims.DEPLOYMENT), "deployment");
        refusedWhen(role, c -> c.put(Claims.DEPLOYMENT, "999"), "deployment");
    }

    @Tag("CB-11")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_11_resource_link_id_claim_missing(String role) {
        refusedWhen(role, c -> c.put(Claims.RESOURCE_LINK, Map.of()), "resource_link");
        refusedWhen(role, c -> c.remove(Claims.RESOURCE_LINK), "resource_link");
        refusedWhen(role, c -> c.put(Claims.RESOURCE_LINK, Map.of("id", "x".repeat(256))), "resource_link");
    }

    @Tag("CB-12")
    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void cb_12_user_claim_missing(String role) {
        refusedWhen(role, c -> c.remove("sub"), "sub");
        refusedWhen(role, c -> c.put("sub", ""), "sub");
    }

    @ParameterizedTest
    @ValueSource(strings = {INSTRUCTOR, LEARNER})
    void a_message_type_that_is_not_served_is_refused(String role) {
        refusedWhen(role, c -> c.put(Claims.MESSAGE_TYPE, "LtiDeepLinkingRequest"), "unsupported_message");
    }

    @Test
    void a_token_is_good_until_the_skew_after_its_exp_and_no_longer() {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun);
        claims.put("exp", clock.instant().getEpochSecond());
        clock.forward(Duration.ofSeconds(60));
        refused(post(begun, claims), "expired");
        claims.put("exp", clock.instant().getEpochSecond() - 59);
        assertThat(post(begun, claims)).isInstanceOf(LaunchResult.Verified.class);
        logins.consumed.clear();
    }
}
