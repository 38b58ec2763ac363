// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huifang.lti.CounterSide;
import org.huifang.lti.Jwks;
import org.huifang.lti.JwksRules;
import org.huifang.lti.LaunchResult;
import org.huifang.lti.LaunchRules;
import org.huifang.lti.LaunchVerifier;
import org.huifang.lti.LoginResult;
import org.huifang.lti.LoginTable;
import org.huifang.lti.OidcLogin;
import org.huifang.lti.ReasonCode;
import org.huifang.lti.Registration;
import org.huifang.lti.Registrations;
import org.huifang.lti.SettableClock;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolSite;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
    private static final StorageWords WORDS = new StorageWords("en", "Huifang", "One moment", "It <failed>",
            "Open \"anew\"");
    private static final URI SCRIPT = URI.create("https://tool.example/lti/storage.js");
    private final ToolSite site = new ToolSite(URI.create("https://tool.example"),
            URI.create("https://tool.example/lti/launch"));
    private final SettableClock clock = new SettableClock();
    private final TestPlatform platform = new TestPlatform();
    private final LoginTable logins = new LoginTable();
    private final Registrations registrations = new Registrations() {
        @Override
        public List<Registration> byIssuer(String issuer) {
            return List.of(platform.registration("r1", "client-1"));
        }

        @Override
        public Optional<Registration> byId(String id) {
            return byIssuer("").stream().findFirst();
        }
    };
    private final OidcLogin login = new OidcLogin(registrations, logins, site, Duration.ofMinutes(10), clock);
    private final LaunchVerifier verifier = new LaunchVerifier(registrations, logins,
            new Jwks(new Egress(EgressPolicy.allowing(platform.origin())), JwksRules.STANDARD, clock), site,
            LaunchRules.STANDARD, clock);

    @AfterEach
    void stop() {
        platform.close();
    }

    private Map<String, String> parameters(String target) {
        Map<String, String> p = new HashMap<>(Map.of("iss", platform.origin(), "login_hint", "7\"><script>",
                "target_link_uri", "https://tool.example/course", "client_id", "client-1"));
        if (target != null) {
            p.put("lti_storage_target", target);
        }
        return p;
    }

    private LoginResult.Redirect begin(String target) {
        return (LoginResult.Redirect) login.begin(parameters(target));
    }

    private Map<String, String> form(LoginResult.Redirect begun) {
        long now = clock.instant().getEpochSecond();
        String lti = "https://purl.imsglobal.org/spec/lti/claim/";
        Map<String, Object> claims = new HashMap<>(Map.of("iss", platform.origin(), "aud", "client-1", "sub", "42",
                "iat", now, "exp", now + 60, "nonce", begun.request().parameters().get("nonce")));
        claims.putAll(Map.of(lti + "version", "1.3.0", lti + "message_type", "LtiResourceLinkRequest",
                lti + "deployment_id", "1", lti + "target_link_uri", "https://tool.example/course", lti + "roles",
                List.of("Learner"), lti + "resource_link", Map.of("id", "rl-1")));
        return new HashMap<>(Map.of("state", begun.state(), "id_token", CounterSide.mint(claims)));
    }

    @Tag("PM-01")
    @Tag("PM-02")
    @Tag("PM-05")
    @Test
    void a_storage_target_is_used_and_only_the_registered_origin_is_spoken_to() {
        for (String target : List.of("_parent", "storage_frame", "a.b:c-d")) {
            StorageExchange exchange = StorageExchange.keeping(begin(target)).orElseThrow();
            assertThat(exchange.target()).isEqualTo(target);
            assertThat(exchange.origin()).isEqualTo(platform.origin()).isNotEqualTo("*");
            assertThat(exchange.key()).matches("lti-[A-Za-z0-9_-]{22}");
        }
        assertThat(StorageExchange.origin(URI.create("HTTPS://LMS.Example:443/a"))).isEqualTo("https://lms.example");
        assertThat(StorageExchange.origin(URI.create("https://lms.example:8443/a")))
                .isEqualTo("https://lms.example:8443");
    }

    @Tag("PM-01")
    @Tag("PM-02")
    @Test
    void without_a_usable_target_the_login_is_a_plain_redirect() {
        for (String no : new String[]{null, "_top", "_blank", "a b", "x".repeat(65), "\"><script>", "1a"}) {
            assertThat(StorageExchange.keeping(begin(no))).isEmpty();
        }
    }

    @Tag("PM-08")
    @Tag("A1")
    @Test
    void a_launch_opens_only_after_the_browser_gave_the_value_back() {
        LoginResult.Redirect begun = begin("_parent");
        Map<String, String> form = form(begun);
        assertThat(verifier.verify(form, null)).isInstanceOfSatisfying(LaunchResult.Refused.class,
                r -> assertThat(r.reason()).isEqualTo(ReasonCode.STATE_FOREIGN));
        assertThat(StorageExchange.asking(form, logins, registrations, clock)).get()
                .isEqualTo(StorageExchange.keeping(begun).orElseThrow());
        form.put(StorageAnswer.FIELD, begin("_parent").browserSecret());
        assertThat(verifier.verify(form, StorageAnswer.secret(form, site, "same-origin", null)))
                .isInstanceOfSatisfying(LaunchResult.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(ReasonCode.STATE_FOREIGN));
        form.put(StorageAnswer.FIELD, begun.browserSecret());
        assertThat(verifier.verify(form, StorageAnswer.secret(form, site, "cross-site", null)))
                .isInstanceOf(LaunchResult.Refused.class);
        assertThat(verifier.verify(form, StorageAnswer.secret(form, site, "same-origin", null)))
                .isInstanceOf(LaunchResult.Verified.class);
    }

    @Tag("PM-08")
    @Tag("A1")
    @Test
    void a_value_that_another_site_posts_is_worth_nothing() {
        Map<String, String> form = Map.of(StorageAnswer.FIELD, "secret");
        assertThat(StorageAnswer.secret(form, site, "same-origin", "null")).isEqualTo("secret");
        assertThat(StorageAnswer.secret(form, site, null, "https://tool.example")).isEqualTo("secret");
        for (String fetch : List.of("cross-site", "same-site", "none", "")) {
            assertThat(StorageAnswer.secret(form, site, fetch, "https://tool.example")).isNull();
        }
        for (String origin : new String[]{null, "null", "https://evil.example", "http://tool.example",
                "https://tool.example.evil.example"}) {
            assertThat(StorageAnswer.secret(form, site, null, origin)).isNull();
        }
        assertThat(StorageAnswer.secret(Map.of(StorageAnswer.FIELD, " "), site, "same-origin", null)).isNull();
        assertThat(StorageAnswer.secret(Map.of(), site, "same-origin", null)).isNull();
    }

    @Tag("PM-01")
    @Test
    void nothing_is_asked_for_a_login_that_is_unknown_over_or_without_storage() {
        Map<String, String> form = form(begin("_parent"));
        assertThat(StorageExchange.asking(form(begin(null)), logins, registrations, clock)).isEmpty();
        assertThat(StorageExchange.asking(Map.of("state", "x", "id_token", "y"), logins, registrations, clock))
                .isEmpty();
        assertThat(StorageExchange.asking(Map.of("state", form.get("state")), logins, registrations, clock)).isEmpty();
        clock.forward(Duration.ofMinutes(10));
        assertThat(StorageExchange.asking(form, logins, registrations, clock)).isEmpty();
    }

    @Tag("A11")
    @Tag("A16")
    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>", "' onload='x", "</main><img src=x onerror=alert(1)>", "&"})
    void nothing_that_came_from_outside_becomes_markup(String hostile) {
        Map<String, String> login = parameters("_parent");
        login.put("lti_message_hint", hostile);
        LoginResult.Redirect begun = (LoginResult.Redirect) this.login.begin(login);
        StorageExchange exchange = StorageExchange.keeping(begun).orElseThrow();
        String keep = StoragePages.keep(exchange, begun, login, URI.create("https://tool.example/lti/login"), SCRIPT,
                WORDS);
        String ask = StoragePages.ask(exchange, Map.of("state", hostile, "id_token", hostile),
                URI.create("https://tool.example/lti/launch"), SCRIPT, WORDS);
        for (String page : List.of(keep, ask)) {
            assertThat(page).doesNotContain("<script>", "<img", "onload='", "<failed>").contains("It &lt;failed&gt;")
                    .containsOnlyOnce("<script defer src=\"https://tool.example/lti/storage.js\">");
        }
        assertThat(keep).doesNotContain("lti_storage_target").contains("data-value=\"" + begun.browserSecret());
        assertThat(ask).doesNotContain(begun.browserSecret());
    }
}
