// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcLoginTest extends LaunchFixture {
    private Map<String, String> parameters() {
        return loginParameters(platform.origin(), "client-1");
    }

    private void refusedLogin(Map<String, String> parameters, ReasonCode reason) {
        assertThat(login.begin(parameters)).isInstanceOfSatisfying(LoginResult.Refused.class,
                r -> assertThat(r.reason()).isEqualTo(reason));
        assertThat(logins.rows).isEmpty();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> q = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            q.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return q;
    }

    @Tag("SEC-01")
    @Tag("SEC-05")
    @Test
    void the_browser_is_sent_to_the_platform_with_every_parameter_of_the_specification() {
        Map<String, String> parameters = parameters();
        parameters.put("login_hint", "user 7&state=x#y 李");
        parameters.put("lti_message_hint", "{\"cmid\":10,\"launchid\":\"a+b/c=\"}");
        LoginResult.Redirect begun = begin(parameters);
        assertThat(begun.request().location().toString()).startsWith(platform.origin() + "/auth?");
        assertThat(query(begun.request().location())).isEqualTo(Map.of("scope", "openid", "response_type", "id_token",
                "response_mode", "form_post", "prompt", "none", "client_id", "client-1", "redirect_uri",
                "https://tool.example/lti/launch", "login_hint", "user 7&state=x#y 李", "state", begun.state(), "nonce",
                logins.rows.get(begun.state()).nonce(), "lti_message_hint",
                "{\"cmid\":10,\"launchid\":\"a+b/c=\"}"));
    }

    @Tag("SEC-05")
    @Test
    void an_endpoint_with_a_query_keeps_it_and_no_hint_is_invented() {
        Registration r = registered.getFirst();
        registered.set(0, new Registration(r.id(), r.issuer(), r.clientId(), r.deploymentIds(),
                URI.create("https://lms.example/auth?realm=a"), null, null, r.jwksUri(), false, true));
        LoginResult.Redirect begun = begin();
        assertThat(begun.request().location().toString()).startsWith("https://lms.example/auth?realm=a&scope=openid&")
                .doesNotContain("lti_message_hint");
    }

    @Tag("A1")
    @Test
    void state_nonce_and_browser_secret_are_unguessable_and_never_repeat() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            LoginResult.Redirect begun = begin();
            LoginState row = logins.rows.get(begun.state());
            for (String secret : List.of(row.state(), row.nonce(), begun.browserSecret())) {
                assertThat(secret).matches("[A-Za-z0-9_-]{43}");
                assertThat(seen.add(secret)).isTrue();
            }
            assertThat(row.browserHash()).isNotEqualTo(begun.browserSecret());
            assertThat(begun.request().location().toString()).doesNotContain(begun.browserSecret());
        }
    }

    @Tag("SEC-03")
    @Test
    void the_message_hint_reaches_the_launch_and_the_storage_target_reaches_the_caller() {
        Map<String, String> parameters = parameters();
        parameters.put("lti_message_hint", "{\"cmid\":10}");
        parameters.put("lti_storage_target", "_parent");
        LoginResult.Redirect begun = begin(parameters);
        assertThat(begun.storageTarget()).isEqualTo("_parent");
        assertThat(verified(post(begun, claims(begun))).messageHint()).isEqualTo("{\"cmid\":10}");
    }

    @Tag("SEC-02")
    @Test
    void what_the_specification_requires_must_be_there() {
        for (String name : List.of("iss", "login_hint", "target_link_uri")) {
            Map<String, String> parameters = parameters();
            parameters.remove(name);
            refusedLogin(parameters,
                    name.equals("target_link_uri") ? ReasonCode.TARGET_LINK_URI : ReasonCode.MALFORMED);
            parameters.put(name, " ");
            refusedLogin(parameters,
                    name.equals("target_link_uri") ? ReasonCode.TARGET_LINK_URI : ReasonCode.MALFORMED);
        }
    }

    @Tag("A19")
    @Test
    void an_unknown_issuer_and_an_unknown_client_are_refused_alike() {
        refusedLogin(loginParameters("https://unknown.example", "client-1"), ReasonCode.REGISTRATION_UNKNOWN);
        refusedLogin(loginParameters(platform.origin(), "client-9"), ReasonCode.REGISTRATION_UNKNOWN);
        refusedLogin(loginParameters(platform.origin() + "/", "client-1"), ReasonCode.REGISTRATION_UNKNOWN);
    }

    @Tag("SEC-04")
    @Test
    void a_login_without_client_id_needs_an_issuer_with_one_client() {
        Map<String, String> parameters = parameters();
        parameters.remove("client_id");
        begin(parameters);
        logins.rows.clear();
        registered.add(platform.registration("r2", "client-2"));
        refusedLogin(parameters, ReasonCode.REGISTRATION_UNKNOWN);
        assertThat(begin(loginParameters(platform.origin(), "client-2")).request().parameters())
                .containsEntry("client_id", "client-2");
    }

    @Tag("A9")
    @Test
    void a_switched_off_registration_and_an_unknown_deployment_are_refused() {
        Map<String, String> parameters = parameters();
        parameters.put("lti_deployment_id", "9");
        refusedLogin(parameters, ReasonCode.DEPLOYMENT);
        Registration r = registered.getFirst();
        registered.set(0, new Registration(r.id(), r.issuer(), r.clientId(), r.deploymentIds(),
                r.authorizationEndpoint(), null, null, r.jwksUri(), false, false));
        refusedLogin(parameters(), ReasonCode.REGISTRATION_DISABLED);
    }

    @Tag("A10")
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example",
            "https://tool.example@evil.example/", "https://user:pw@tool.example/", "https://tool.example.evil.example/",
            "https://tool.example:444/", "http://tool.example/", "HTTPS://EVIL.example/", "https:/tool.example/",
            "https:tool.example", "javascript:alert(1)//https://tool.example/", "https://tool.example\\@evil.example/",
            "https://evil.example/https://tool.example/", "https://tool.example%2eevil.example/", "/course", "course",
            "https://tool.example//evil.example/", "https://tool.example/\r\nLocation: https://evil.example",
            "https://tool.example /", "https://tool.exаmple/", "https://tool.example/a/../../b",
            "https://tool.example/%2e%2e/b", "data:text/html,x", "https://[::1]/", "https://"})
    void a_target_link_outside_the_tool_is_refused_in_the_login_and_in_the_claim(String link) {
        Map<String, String> parameters = parameters();
        parameters.put("target_link_uri", link);
        refusedLogin(parameters, ReasonCode.TARGET_LINK_URI);
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = claims(begun);
        claims.put(Claims.TARGET_LINK_URI, link);
        refused(post(begun, claims), "target_link_uri");
    }

    @Tag("A10")
    @ParameterizedTest
    @ValueSource(strings = {"https://tool.example", "https://tool.example/", "https://tool.example:443/course?a=b#c",
            "HTTPS://Tool.Example/course", "https://tool.example/%E8%AF%BE"})
    void a_target_link_inside_the_tool_is_taken(String link) {
        Map<String, String> parameters = parameters();
        parameters.put("target_link_uri", link);
        begin(parameters);
    }

    @Tag("A10")
    @Test
    void a_tool_under_a_path_is_fenced_by_whole_path_segments() {
        ToolSite site = new ToolSite(URI.create("https://host.example/tool/"),
                URI.create("https://host.example/tool/l"));
        assertThat(site.contains("https://host.example/tool")).isTrue();
        assertThat(site.contains("https://host.example/tool/x")).isTrue();
        assertThat(site.contains("https://host.example/toolbox")).isFalse();
        assertThat(site.contains("https://host.example/")).isFalse();
        assertThat(site.contains("https://host.example/tool/../admin")).isFalse();
    }
}
