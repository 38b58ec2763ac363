// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Check;
import org.huifang.api.platform.Finding;
import org.huifang.api.platform.Invitation;
import org.huifang.api.platform.PendingPlatform;
import org.huifang.api.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SelfRegistrationTest {
    private static final TenantId HERE = TenantId.DEFAULT;
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;
    private final Browser browser = new Browser(tool);

    @BeforeEach
    void clean() {
        campus.registered.clear();
        campus.configuredIssuer = "";
        campus.clientId = "fresh";
    }

    @Tag("A12")
    @Test
    @Tag("DR-10")
    @Tag("DR-12")
    @Tag("A15")
    void an_invited_platform_registers_once_and_launches_nobody_until_it_is_approved() {
        Map<String, String> asked = asked(invite(false));
        HttpResponse<String> offer = browser.get("/lti/register?" + query(asked));
        assertThat(offer.statusCode()).isEqualTo(200);
        assertThat(offer.body()).contains(campus.issuer(), "id=\"register\"");
        assertThat(offer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors " + campus.issuer());
        assertThat(campus.registered).as("looking registers nothing").isEmpty();

        HttpResponse<String> done = browser.post("/lti/register", asked);
        assertThat(done.body()).contains("id=\"close\"", "close.js", "an admin approves", "Activate");
        assertThat(campus.registered).hasSize(1);
        assertThat(campus.registered.getFirst()).contains("http://localhost:8080/lti/launch", "private_key_jwt",
                "LtiDeepLinkingRequest", "$CourseSection.timeFrame.begin", "\"domain\":\"localhost:8080\"");
        PendingPlatform pending = tool.setup.pending(HERE).getFirst();
        assertThat(pending.deployments()).containsExactly("5");
        assertThat(pending.issuerKnown()).isTrue();
        assertThat(tool.platforms.all(HERE)).hasSize(1);

        assertThat(browser.post("/lti/register", asked).statusCode()).isEqualTo(403);
        assertThat(campus.registered).hasSize(1);
        Platform approved = tool.setup.approve(HERE, pending.id(), "6");
        assertThat(approved.deployments()).containsExactlyInAnyOrder("5", "6");
        assertThat(tool.setup.pending(HERE)).isEmpty();
        assertThat(tool.platforms.all(HERE)).hasSize(2);
    }

    @Test
    @Tag("DR-09")
    @Tag("A15")
    void approved_beforehand_is_only_the_platform_that_was_named_and_nothing_is_ever_overwritten() throws Exception {
        tool.database.execute("truncate platform.deployment, platform.registration");
        tool.restart();
        browser.post("/lti/register", asked(invite(true)));
        assertThat(tool.platforms.all(HERE)).singleElement().matches(Platform::enabled);
        URI auth = tool.platforms.all(HERE).getFirst().authUrl();

        browser.post("/lti/register", asked(invite(true)));
        PendingPlatform again = tool.setup.pending(HERE).getFirst();
        assertThatThrownBy(() -> tool.setup.approve(HERE, again.id(), null)).hasMessageContaining("registered already");
        assertThat(tool.platforms.all(HERE).getFirst().authUrl()).isEqualTo(auth);
        tool.setup.decline(HERE, again.id());
        assertThat(tool.setup.pending(HERE)).isEmpty();
    }

    @Test
    @Tag("DR-02")
    @Tag("DR-11")
    @Tag("A15")
    void a_foreign_issuer_and_a_token_that_is_used_up_are_refused_and_the_invitation_stays() {
        Map<String, String> asked = asked(invite(false));
        campus.configuredIssuer = "https://other.example";
        assertThat(browser.post("/lti/register", asked).body()).contains("issuer_foreign");
        campus.configuredIssuer = "";
        asked.put("registration_token", "used-up");
        assertThat(browser.post("/lti/register", asked).body()).contains("token_refused", "own registration token");
        asked.put("registration_token", "once");
        assertThat(browser.post("/lti/register", asked).statusCode()).isEqualTo(200);
        assertThat(tool.setup.pending(HERE)).hasSize(1);
    }

    @Test
    @Tag("A17")
    void a_post_that_another_site_made_registers_nothing_and_leaves_the_invitation_open() {
        Map<String, String> asked = asked(invite(false));
        for (String site : List.of("cross-site", "same-site", "none")) {
            browser.site = site;
            assertThat(browser.post("/lti/register", asked).statusCode()).as(site).isEqualTo(403);
        }
        assertThat(campus.registered).isEmpty();
        browser.site = "same-origin";
        assertThat(browser.post("/lti/register", asked).statusCode()).isEqualTo(200);
        assertThat(campus.registered).hasSize(1);
    }

    @Test
    @Tag("DR-01")
    @Tag("A6")
    void without_a_named_address_no_private_machine_is_asked() throws Exception {
        tool.database.execute("truncate platform.deployment, platform.registration");
        tool.restart();
        String open = String.valueOf(tool.setup.invite(HERE, null, true).address());
        campus.asked.clear();
        assertThat(browser.post("/lti/register", asked(open)).body()).contains("address_refused");
        assertThat(campus.asked).isEmpty();
    }

    @Test
    @Tag("DR-10")
    @Tag("A15")
    void invitations_end_can_be_taken_back_and_are_the_tenants_own() {
        Invitation told = tool.setup.invite(HERE, URI.create(campus.issuer()), false);
        assertThat(told.toString()).doesNotContain("invite=");
        assertThat(tool.setup.invitations(HERE)).singleElement().satisfies(i -> assertThat(i.address()).isNull());
        assertThat(tool.setup.invitations(new TenantId("other"))).isEmpty();
        tool.setup.withdraw(new TenantId("other"), told.id());
        assertThat(tool.setup.invitations(HERE)).hasSize(1);
        tool.setup.withdraw(HERE, told.id());
        assertThat(browser.get("/lti/register?" + query(asked(String.valueOf(told.address())))).statusCode())
                .isEqualTo(403);
        Map<String, String> late = asked(invite(false));
        tool.pass(Duration.ofHours(25));
        assertThat(browser.post("/lti/register", late).statusCode()).isEqualTo(403);
        assertThat(tool.reasons()).containsOnly("invite");
    }

    @Test
    void the_self_test_has_twelve_findings_and_names_what_is_wrong() {
        Platform platform = tool.platforms.all(HERE).getFirst();
        List<Finding> before = tool.setup.check(HERE, platform.id());
        assertThat(before).extracting(Finding::check).containsExactly(Check.values());
        assertThat(before).extracting(Finding::outcome).contains(Finding.Outcome.BAD, Finding.Outcome.OPEN);
        assertThat(outcome(before, Check.PLATFORM_KEYS)).isEqualTo(Finding.Outcome.GOOD);
        assertThat(outcome(before, Check.TOKEN)).isEqualTo(Finding.Outcome.GOOD);
        assertThat(outcome(before, Check.TOOL_KEYS)).as("nobody listens at the public address")
                .isEqualTo(Finding.Outcome.BAD);
        assertThat(outcome(before, Check.ROSTER)).isEqualTo(Finding.Outcome.OPEN);
        campus.member("1", "Ada", "Learner");
        browser.launch(campus, "teacher", List.of("Instructor"));
        List<Finding> after = tool.setup.check(HERE, platform.id());
        assertThat(outcome(after, Check.ROSTER)).isEqualTo(Finding.Outcome.GOOD);
        assertThat(outcome(after, Check.LAUNCH)).isEqualTo(Finding.Outcome.GOOD);
        assertThat(tool.setup.check(new TenantId("other"), platform.id())).isEmpty();
    }

    private static Finding.Outcome outcome(List<Finding> findings, Check check) {
        return findings.stream().filter(f -> f.check() == check).findFirst().orElseThrow().outcome();
    }

    private static String invite(boolean approved) {
        return String.valueOf(tool.setup.invite(HERE, URI.create(campus.issuer()), approved).address());
    }

    /** As a platform opens the address. */
    private static Map<String, String> asked(String address) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("invite", address.replaceFirst(".*invite=", ""));
        asked.put("openid_configuration", campus.uri("/.well-known/openid-configuration").toString());
        asked.put("registration_token", "once");
        return asked;
    }

    private static String query(Map<String, String> asked) {
        return String.join("&", asked.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)).toList());
    }
}
