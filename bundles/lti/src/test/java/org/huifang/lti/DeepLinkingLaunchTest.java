// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinkingLaunchTest extends LaunchFixture {
    private static final String SETTINGS = "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings";
    private final LaunchVerifier placing = serving(MessageType.DEEP_LINKING);

    private LaunchResult ask(Consumer<Map<String, Object>> bendClaims, Consumer<Map<String, Object>> bendSettings) {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun, INSTRUCTOR);
        claims.put(Claims.MESSAGE_TYPE, "LtiDeepLinkingRequest");
        claims.remove(Claims.RESOURCE_LINK);
        Map<String, Object> settings = new HashMap<>(Map.of("deep_link_return_url", "https://lms.example/back?x=1",
                "accept_types", List.of("ltiResourceLink", "link"), "accept_presentation_document_targets",
                List.of("iframe", "window")));
        bendSettings.accept(settings);
        claims.put(SETTINGS, settings);
        bendClaims.accept(claims);
        return placing.verify(Map.of("state", begun.state(), "id_token", CounterSide.mint(claims)),
                begun.browserSecret());
    }

    @Tag("DL-01")
    @Test
    void a_request_is_read_with_all_its_settings() {
        LtiLaunch launch = verified(ask(c -> {}, s -> s.putAll(Map.of("accept_multiple", true, "accept_lineitem",
                false, "auto_create", "true", "title", "T", "text", "X", "data", " a=\u0000\"\\é ",
                "accept_media_types",
                "image/*"))));
        DeepLinkingSettings settings = launch.deepLinking();
        assertThat(launch.messageType()).isEqualTo(MessageType.DEEP_LINKING);
        assertThat(settings).isEqualTo(new DeepLinkingSettings(java.net.URI.create("https://lms.example/back?x=1"),
                List.of("ltiResourceLink", "link"), List.of("iframe", "window"), "image/*", true, false, true, "T",
                "X", " a=\u0000\"\\é "));
        assertThat(settings.toString()).doesNotContain("lms.example");
    }

    @Tag("DL-14")
    @Test
    void a_request_is_valid_without_resource_link_and_without_roles() {
        verified(ask(c -> c.remove(Claims.ROLES), s -> {}));
        verified(ask(c -> c.put(Claims.ROLES, List.of()), s -> {}));
    }

    @Tag("DL-13")
    @ParameterizedTest
    @ValueSource(strings = {"deep_link_return_url", "accept_types", "accept_presentation_document_targets"})
    void a_request_without_a_required_setting_is_refused(String name) {
        refused(ask(c -> {}, s -> s.remove(name)), "deep_linking");
        refused(ask(c -> {}, s -> s.put(name, List.of())), "deep_linking");
        refused(ask(c -> c.remove(SETTINGS), s -> {}), "deep_linking");
    }

    @Tag("DL-12")
    @ParameterizedTest
    @ValueSource(strings = {"http://lms.example/back", "javascript:alert(1)", "/back", "data:text/html,x", ""})
    void a_return_address_that_is_not_https_is_refused(String address) {
        refused(ask(c -> {}, s -> s.put("deep_link_return_url", address)), "deep_linking");
    }

    @Tag("DL-12")
    @Test
    void plain_http_is_taken_only_where_the_platform_itself_is_registered_so() {
        verified(ask(c -> {}, s -> s.put("deep_link_return_url", platform.origin() + "/back")));
        refused(ask(c -> {}, s -> s.put("deep_link_return_url", platform.origin() + "1/back")), "deep_linking");
    }

    @Tag("DL-15")
    @Tag("A13")
    @Test
    void a_student_who_asks_for_deep_linking_is_refused() {
        String mentor = "http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor";
        String test = "http://purl.imsglobal.org/vocab/lti/system/person#TestUser";
        for (List<String> roles : List.of(List.of(LEARNER), List.of("Learner"), List.of(mentor), List.of("urn:x"),
                List.of(INSTRUCTOR, test),
                List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student"))) {
            refused(ask(c -> c.put(Claims.ROLES, roles), s -> {}), "role_forbidden");
        }
        assertThat(logins.consumed).isEmpty();
        for (String role : List.of(INSTRUCTOR, "http://purl.imsglobal.org/vocab/lis/v2/membership#ContentDeveloper",
                "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator")) {
            verified(ask(c -> c.put(Claims.ROLES, new ArrayList<>(List.of(role))), s -> {}));
        }
    }

    @Tag("DL-01")
    @Test
    void a_tool_that_does_not_serve_deep_linking_refuses_it() {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun);
        claims.put(Claims.MESSAGE_TYPE, "LtiDeepLinkingRequest");
        refused(post(begun, claims), "unsupported_message");
    }
}
