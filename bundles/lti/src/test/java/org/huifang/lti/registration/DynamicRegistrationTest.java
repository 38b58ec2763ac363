// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.huifang.lti.CounterSide;
import org.huifang.lti.MessageType;
import org.huifang.lti.Registration;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolSite;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicRegistrationTest {
    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private final TestPlatform platform = new TestPlatform();
    private final DynamicRegistration registration = new DynamicRegistration(
            new Egress(EgressPolicy.allowing(platform.origin())), IssuerRules.STANDARD);
    private final Map<String, Object> configuration = new HashMap<>(Map.of("issuer", platform.origin(),
            "authorization_endpoint", platform.origin() + "/auth", "token_endpoint", platform.origin() + "/token",
            "jwks_uri", platform.origin() + "/jwks", "registration_endpoint", platform.origin() + "/register"));
    private final List<String> bodies = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private int status = 200;
    private String answer = "{\"client_id\":\"c-7\"}";

    DynamicRegistrationTest() {
        platform.serve("/config", e -> TestPlatform.answer(e, 200, "application/json", JsonUtil.toJson(configuration)));
        platform.serve("/register", this::register);
    }

    private void register(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        TestPlatform.answer(exchange, status, "application/json", answer);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private static ToolProfile tool() {
        ToolSite site = new ToolSite(URI.create("https://tool.example:8443"),
                URI.create("https://tool.example:8443/lti/launch"));
        ToolProfile plain = ToolProfile.of("Huifang", site, URI.create("https://tool.example:8443/lti/open"),
                URI.create("https://tool.example:8443/lti/login"), URI.create("https://tool.example:8443/lti/jwks"),
                Set.of(AGS, NRPS),
                List.of(OfferedMessage.of(MessageType.RESOURCE_LINK, null, null),
                        new OfferedMessage(MessageType.DEEP_LINKING, URI.create("https://tool.example:8443/lti/choose"),
                                "Place", Map.of("zh-CN", "放置"), null, List.of("ContentArea"),
                                List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"), Map.of()),
                        OfferedMessage.of(MessageType.SUBMISSION_REVIEW, null, "Review")));
        return new ToolProfile(plain.name(), Map.of("zh-CN", "回访"), "Calls again", plain.site(),
                plain.targetLinkUri(), plain.loginUri(), plain.jwksUri(), List.of(),
                URI.create("https://tool.example:8443/logo.png"), URI.create("https://tool.example:8443/"), null, null,
                List.of("it@school.example"), plain.scopes(), plain.claims(), plain.messages(),
                Map.of("history", "$Context.id.history"));
    }

    private PlatformConfiguration read() {
        ConfigurationResult result = registration.configuration(platform.origin() + "/config");
        assertThat(result).isInstanceOf(ConfigurationResult.Read.class);
        return ((ConfigurationResult.Read) result).configuration();
    }

    private void refused(String address, RegistrationFailure reason) {
        assertThat(registration.configuration(address)).isInstanceOfSatisfying(ConfigurationResult.Failed.class,
                f -> assertThat(f.reason()).as(f.detail()).isEqualTo(reason));
    }

    private void declined(RegistrationFailure reason) {
        assertThat(registration.register(read(), "t", tool())).isInstanceOfSatisfying(RegistrationResult.Failed.class,
                f -> assertThat(f.reason()).isEqualTo(reason));
    }

    @Tag("DR-01")
    @Test
    void a_configuration_is_read_whole_with_all_that_the_platform_says_of_itself() {
        configuration.put("authorization_server", "https://lms.example/aud");
        configuration.put("scopes_supported", List.of("openid", AGS));
        configuration.put("https://purl.imsglobal.org/spec/lti-platform-configuration",
                Map.of("product_family_code", "moodle", "version", "5.1", "messages_supported",
                        List.of(Map.of("type", "LtiResourceLinkRequest")), "variables", List.of("Context.id")));
        PlatformConfiguration read = read();
        assertThat(read.issuer()).isEqualTo(platform.origin());
        assertThat(read.tokenAudience()).isEqualTo("https://lms.example/aud");
        assertThat(read.product()).isEqualTo("moodle");
        assertThat(read.messages()).containsExactly("LtiResourceLinkRequest");
        assertThat(read.scopes()).contains(AGS);
    }

    @Tag("DR-01")
    @Tag("A6")
    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/c", "https://[::1]/c", "https://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/c", "http://lms.example/c", "https://2130706433/c",
            "https://[::ffff:127.0.0.1]/c", "https://user@lms.example/c", "https://lms.example:22/c"})
    void an_address_inside_is_never_asked(String address) {
        DynamicRegistration strict = new DynamicRegistration(new Egress(EgressPolicy.strict()), IssuerRules.STANDARD);
        assertThat(strict.configuration(address)).isInstanceOfSatisfying(ConfigurationResult.Failed.class,
                f -> assertThat(f.reason()).isEqualTo(RegistrationFailure.ADDRESS_REFUSED));
    }

    @Tag("DR-01")
    @Tag("A6")
    @Test
    void the_addresses_that_a_configuration_names_go_through_the_same_policy() {
        Egress rebinding = new Egress(EgressPolicy.allowing(platform.origin()),
                host -> List.of(InetAddress.getByName("10.0.0.1")), (SSLSocketFactory) SSLSocketFactory.getDefault());
        configuration.put("registration_endpoint", "https://169.254.169.254/register");
        refused(platform.origin() + "/config", RegistrationFailure.ENDPOINT_FOREIGN);
        assertThat(new DynamicRegistration(rebinding, IssuerRules.STANDARD).configuration("https://lms.example/c"))
                .isInstanceOfSatisfying(ConfigurationResult.Failed.class,
                        f -> assertThat(f.reason()).isEqualTo(RegistrationFailure.ADDRESS_REFUSED));
    }

    @Tag("DR-01")
    @Test
    void what_is_no_configuration_says_which_kind_of_nothing_it_is() {
        for (String no : new String[]{null, "", "config", "javascript:alert(1)", "file:///etc/passwd",
                platform.origin() + "/config#x"}) {
            refused(no, RegistrationFailure.ADDRESS_MALFORMED);
        }
        refused(platform.origin() + "/nothing", RegistrationFailure.CONFIGURATION_UNREADABLE);
        for (String name : List.of("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri",
                "registration_endpoint")) {
            Object kept = configuration.remove(name);
            refused(platform.origin() + "/config", RegistrationFailure.CONFIGURATION_INCOMPLETE);
            configuration.put(name, "javascript:alert(1)");
            refused(platform.origin() + "/config", RegistrationFailure.CONFIGURATION_INCOMPLETE);
            configuration.put(name, kept);
        }
        configuration.put("padding", "x".repeat(300_000));
        refused(platform.origin() + "/config", RegistrationFailure.UNREACHABLE);
        configuration.remove("padding");
        configuration.put("id_token_signing_alg_values_supported", List.of("ES256"));
        refused(platform.origin() + "/config", RegistrationFailure.NOT_COMPATIBLE);
    }

    @Tag("DR-02")
    @Tag("A15")
    @ParameterizedTest
    @CsvSource({"https://evil.example/config, https://lms.example, false",
            "https://lms.example/c, https://lms.example, true",
            "https://LMS.example/c, https://lms.example/moodle, true",
            "https://lms.example.evil.example/c, https://lms.example, false",
            "https://sub.lms.example/c, https://lms.example, false",
            "https://sso.canvaslms.com/c, https://canvas.instructure.com, true",
            "https://school.instructure.com/c, https://canvas.instructure.com, true",
            "https://evilinstructure.com/c, https://canvas.instructure.com, false",
            "https://sso.canvaslms.com/c, https://lms.example, false",
            "https://developer.blackboard.com/c, https://blackboard.com, true",
            "https://evil.example/c, https://blackboard.com, false"})
    void only_the_issuers_own_host_or_a_known_one_speaks_for_an_issuer(URI address, String issuer, boolean speaks) {
        assertThat(IssuerRules.STANDARD.speaksFor(address, issuer)).isEqualTo(speaks);
    }

    @Tag("DR-02")
    @Tag("A15")
    @Test
    void a_configuration_for_somebody_elses_issuer_is_refused() {
        configuration.put("issuer", "https://moodle.school.example");
        refused(platform.origin() + "/config", RegistrationFailure.ISSUER_FOREIGN);
        assertThat(bodies).isEmpty();
    }

    @Tag("DR-03")
    @Tag("DR-04")
    @Test
    void the_request_says_all_that_the_specification_asks_for() {
        assertThat(registration.register(read(), "token-1", tool())).isInstanceOf(RegistrationResult.Registered.class);
        Map<String, Object> body = CounterSide.json(bodies.getFirst());
        assertThat(authorizations).containsExactly("Bearer token-1");
        assertThat(body).containsEntry("application_type", "web").containsEntry("response_types", List.of("id_token"))
                .containsEntry("grant_types", List.of("implicit", "client_credentials"))
                .containsEntry("initiate_login_uri", "https://tool.example:8443/lti/login")
                .containsEntry("redirect_uris", List.of("https://tool.example:8443/lti/launch"))
                .containsEntry("jwks_uri", "https://tool.example:8443/lti/jwks")
                .containsEntry("token_endpoint_auth_method", "private_key_jwt").containsEntry("client_name", "Huifang")
                .containsEntry("client_name#zh-CN", "回访").containsEntry("scope", AGS + " " + NRPS)
                .containsEntry("contacts", List.of("it@school.example")).doesNotContainKeys("policy_uri", "tos_uri");
        Map<?, ?> lti = (Map<?, ?>) body.get(TOOL);
        assertThat(lti.get("domain")).isEqualTo("tool.example:8443");
        assertThat(lti.get("target_link_uri")).isEqualTo("https://tool.example:8443/lti/open");
        assertThat(lti.get("custom_parameters")).isEqualTo(Map.of("history", "$Context.id.history"));
        assertThat((List<?>) lti.get("claims")).asList().contains("sub", "email");
        List<?> messages = (List<?>) lti.get("messages");
        assertThat(messages).hasSize(3);
        assertThat(messages.get(1)).isEqualTo(Map.of("type", "LtiDeepLinkingRequest", "target_link_uri",
                "https://tool.example:8443/lti/choose", "label", "Place", "label#zh-CN", "放置", "placements",
                List.of("ContentArea"), "roles",
                List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor")));
    }

    @Tag("DR-03")
    @Test
    void what_a_platform_says_it_does_not_know_is_not_asked_for() {
        configuration.put("scopes_supported", List.of("openid", AGS));
        configuration.put("https://purl.imsglobal.org/spec/lti-platform-configuration", Map.of("messages_supported",
                List.of(Map.of("type", "LtiResourceLinkRequest"), Map.of("type", "LtiDeepLinkingRequest"))));
        registration.register(read(), "t", tool());
        Map<String, Object> body = CounterSide.json(bodies.getFirst());
        assertThat(body).containsEntry("scope", AGS);
        assertThat((List<?>) ((Map<?, ?>) body.get(TOOL)).get("messages")).hasSize(2);
    }

    @Tag("DR-05")
    @Tag("DR-12")
    @Tag("A15")
    @Test
    void an_answer_with_or_without_a_deployment_becomes_a_registration_that_is_switched_off() {
        answer = "{\"client_id\":\"c-7\",\"scope\":\"" + AGS + "\",\"" + TOOL + "\":{\"deployment_id\":\"d-1\"}}";
        var moodle = (RegistrationResult.Registered) registration.register(read(), "t", tool());
        assertThat(moodle.scopes()).containsExactly(AGS);
        Registration kept = moodle.toRegistration("r-1");
        assertThat(kept.deploymentIds()).containsExactly("d-1");
        assertThat(kept.clientId()).isEqualTo("c-7");
        assertThat(kept.enabled()).isFalse();
        assertThat(kept.anonymousAllowed()).isFalse();
        answer = "{\"client_id\":\"c-8\"}";
        var other = (RegistrationResult.Registered) registration.register(read(), "t", tool());
        assertThat(other.deploymentIds()).isEmpty();
        assertThat(other.scopes()).containsExactlyInAnyOrder(AGS, NRPS);
    }

    @Tag("DR-06")
    @Test
    void the_page_closes_itself_by_the_message_of_the_specification() {
        assertThat(CounterSide.json(DynamicRegistration.CLOSE_MESSAGE))
                .isEqualTo(Map.of("subject", "org.imsglobal.lti.close"));
    }

    @Tag("DR-07")
    @Test
    void d2l_sends_no_token_and_none_is_made_up() {
        registration.register(read(), null, tool());
        assertThat(authorizations).containsExactly("null");
        assertThat(registration.register(read(), "a\r\nX: y", tool())).isInstanceOf(RegistrationResult.Failed.class);
        assertThat(bodies).hasSize(1);
    }

    @Tag("DR-08")
    @Test
    void canvas_adds_members_of_its_own_and_ids_that_are_numbers() {
        configuration.put("https://purl.imsglobal.org/spec/lti-platform-configuration",
                Map.of("product_family_code", "canvas", "https://canvas.instructure.com/lti/account_name", "School",
                        "messages_supported", List.of(Map.of("type", "LtiResourceLinkRequest", "placements",
                                List.of("https://canvas.instructure.com/lti/course_navigation")))));
        status = 201;
        answer = "{\"client_id\":10000000000042,\"https://canvas.instructure.com/lti/registration_config_url\":"
                + "\"https://school.instructure.com/x\",\"" + TOOL + "\":{\"deployment_id\":7,"
                + "\"https://canvas.instructure.com/lti/privacy_level\":\"public\"}}";
        var canvas = (RegistrationResult.Registered) registration.register(read(), "t", tool());
        assertThat(canvas.clientId()).isEqualTo("10000000000042");
        assertThat(canvas.deploymentIds()).containsExactly("7");
    }

    @Tag("DR-11")
    @Test
    void each_way_of_failing_has_its_own_word() {
        for (int code : new int[]{401, 403}) {
            status = code;
            declined(RegistrationFailure.TOKEN_REFUSED);
        }
        status = 400;
        answer = "{\"error\":\"invalid_client_metadata\",\"error_description\":\"<script>\"}";
        declined(RegistrationFailure.DECLINED);
        status = 500;
        declined(RegistrationFailure.PLATFORM_ERROR);
        status = 302;
        declined(RegistrationFailure.PLATFORM_ERROR);
        status = 200;
        for (String no : List.of("", "<html>", "{}", "{\"client_id\":\"\"}", "[]")) {
            answer = no;
            declined(RegistrationFailure.ANSWER_UNREADABLE);
        }
    }
}
