// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.PlatformPeer;
import org.huifang.itests.ToolClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Launches that do not do are refused with a page that tells no internals, and leave nothing behind. */
class BadLaunchesTest {
    /** Long enough never to stand in a random key by chance. */
    private static final String SUBJECT = "subject-of-this-launch";
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static Distribution huifang;
    private static PlatformPeer platform;
    private static ToolClient tool;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start();
        platform = new PlatformPeer();
        assertThat(huifang.command(platform.registration()).status()).isZero();
        tool = new ToolClient(java.net.URI.create("http://localhost:" + huifang.port()), platform,
                HttpClient.newHttpClient());
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
        huifang.close();
    }

    @Test
    void a_right_launch_lands_on_the_course_view_once_and_never_again() throws Exception {
        var login = tool.login();
        var token = platform.sign(claims(login.nonce()).build());
        var before = launches();
        var first = tool.launch(login, token);
        assertThat(first.statusCode()).isIn(302, 303);
        assertThat(first.headers().firstValue("location").orElseThrow()).contains("/l/", "/course/")
                .doesNotContain(SUBJECT, "Peer", "id_token");
        refused(tool.launch(login, token));
        assertThat(launches()).isEqualTo(before + 1);
    }

    @Test
    void of_fifty_posts_of_one_launch_at_once_one_wins() throws Exception {
        var login = tool.login();
        var token = platform.sign(claims(login.nonce()).build());
        var before = launches();
        assertThat(tool.taken(token, login)).isEqualTo(1);
        assertThat(launches()).isEqualTo(before + 1);
    }

    @Test
    void a_launch_is_still_used_up_after_a_restart() throws Exception {
        var login = tool.login();
        var token = platform.sign(claims(login.nonce()).build());
        assertThat(tool.launch(login, token).statusCode()).isIn(302, 303);
        huifang.kill();
        huifang.restart();
        refused(tool.launch(login, token));
    }

    @Test
    void the_state_of_another_browser_is_refused() throws Exception {
        var login = tool.login();
        var token = platform.sign(claims(login.nonce()).build());
        refused(tool.launch(new ToolClient.Login(login.state(), login.nonce(), login.redirectUri(), ""), token));
        var other = tool.login();
        refused(tool.launch(new ToolClient.Login(login.state(), login.nonce(), login.redirectUri(), other.cookies()),
                token));
    }

    @Test
    void tokens_that_are_not_the_platforms_are_refused() throws Exception {
        refusedToken(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), Map.of());
        refusedToken(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("nobody").build(), Map.of());
        refusedToken(right(), Map.of("aud", "somebody-else"));
        refusedToken(right(), Map.of("iss", "https://elsewhere.example"));
        refusedToken(right(), Map.of("nonce", "made-up"));
        refusedToken(right(), Map.of(CLAIM + "version", "11.3"));
        refusedToken(right(), Map.of(CLAIM + "deployment_id", "77"));
        refusedToken(right(), Map.of(CLAIM + "message_type", "Something"));
        refusedToken(right(), Map.of(CLAIM + "resource_link", Map.of()));
    }

    @Test
    void what_is_no_token_at_all_is_refused() throws Exception {
        for (var token : new String[]{"", "a.b.c", "e30.e30.", "x".repeat(300_000)}) {
            refused(tool.launch(tool.login(), token));
        }
        refused(tool.post(tool.target(), Map.of(), ""));
        refused(tool.post(tool.target(), Map.of("error", "access_denied", "error_description",
                "<script>alert(1)</script>", "state", "x"), ""));
    }

    @Test
    void a_login_of_an_unknown_platform_or_to_a_foreign_page_is_refused() throws Exception {
        refused(tool.post(huifang.at("/lti/login").toString(), Map.of("iss", "https://elsewhere.example", "login_hint",
                "1", "target_link_uri", tool.target()), ""));
        refused(tool.post(huifang.at("/lti/login").toString(), Map.of("iss", platform.issuer(), "client_id", "peer",
                "login_hint", "1", "target_link_uri", "https://elsewhere.example/"), ""));
        refused(tool.post(huifang.at("/lti/login").toString(), Map.of(), ""));
    }

    private static void refusedToken(JWSHeader header, Map<String, Object> changes) throws Exception {
        var login = tool.login();
        var claims = claims(login.nonce());
        changes.forEach(claims::claim);
        refused(tool.launch(login, platform.sign(header, claims.build())));
    }

    private static JWSHeader right() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("peer-1").build();
    }

    private static JWTClaimsSet.Builder claims(String nonce) {
        return platform.claims(SUBJECT, "Instructor", nonce, tool.target(), Instant.now());
    }

    private static long launches() {
        return Database.count(huifang, "select count(*) from platform.launch");
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "org.huifang", "at java.", "<script>alert", "eyJ");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("l-"));
    }
}
