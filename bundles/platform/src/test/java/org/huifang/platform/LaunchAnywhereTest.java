// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaunchAnywhereTest {
    private static final List<String> LEARNER = List.of("Learner");
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;
    private final Browser browser = new Browser(tool);

    @Test
    @Tag("PM-08")
    @Tag("A1")
    void without_cookies_a_session_is_made_only_after_the_browser_gave_the_stored_value_back() {
        HttpResponse<String> kept = login("_parent");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("data-mode=\"put\"", "data-origin=\"" + campus.issuer() + "\"");
        String secret = attribute("data-value", kept.body());
        Map<String, String> asked = Browser
                .parameters(URI.create(attribute("data-next", kept.body())).getRawQuery());
        browser.cookies.clear();
        String token = campus.sign(campus.claims(asked.get("nonce"), tool.now, "7", LEARNER));

        HttpResponse<String> page = browser.launch(asked, token);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("data-mode=\"get\"").doesNotContain(secret);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(tool.count("launch")).isZero();
        assertThat(tool.archive.deliveries).isEmpty();

        Map<String, String> again = new HashMap<>(
                Map.of("state", asked.get("state"), "id_token", token, "lti_storage_value", "made-up"));
        browser.site = "same-origin";
        assertThat(browser.post("/lti/launch", again).statusCode()).isEqualTo(403);
        again.put("lti_storage_value", secret);
        browser.site = "cross-site";
        assertThat(browser.post("/lti/launch", again).statusCode()).as("somebody else's page").isEqualTo(403);
        browser.site = "same-origin";
        assertThat(browser.post("/lti/launch", again).statusCode()).isEqualTo(303);
        assertThat(browser.post("/lti/launch", again).statusCode()).isEqualTo(403);
        assertThat(tool.count("launch")).isEqualTo(1);
        assertThat(browser.get("/lti/files/storage.js").body()).contains("lti.get_data");
    }

    @Tag("A12")
    @Test
    @Tag("PM-01")
    @Tag("PM-07")
    void a_platform_without_storage_is_answered_by_a_redirect_and_a_lost_cookie_by_a_new_window() {
        assertThat(login("").statusCode()).isEqualTo(302);
        assertThat(login("\"><script>").statusCode()).as("no name of a frame").isNotEqualTo(200);
        Map<String, String> asked = browser.login(campus);
        browser.cookies.clear();
        HttpResponse<String> page = browser.launch(asked,
                campus.sign(campus.claims(asked.get("nonce"), tool.now, "7", LEARNER)));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("target=\"_blank\"", "name=\"login_hint\" value=\"7\"", "state_foreign",
                "name=\"lti_message_hint\" value=\"{&quot;cmid&quot;:10}\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors " + campus.issuer()).contains("form-action 'self' " + campus.issuer());
        assertThat(tool.count("launch")).isZero();
    }

    @Test
    @Tag("A16")
    void two_courses_in_two_tabs_have_a_launch_each_and_no_address_says_who_it_is() {
        String first = location(course("c1"));
        String second = location(course("c2"));
        assertThat(first.split("/")[4]).isNotEqualTo(second.split("/")[4]);
        assertThat(browser.cookies.keySet()).contains("l-" + first.split("/")[2], "l-" + second.split("/")[2]);
        assertThat(Stream.of(first, second)).noneMatch(l -> l.contains("eyJ") || l.contains("陈") || l.contains("@"));
    }

    @Test
    @Tag("PNS-06")
    @Tag("PNS-07")
    @Tag("PNS-09")
    void a_notice_has_the_roster_read_once_and_a_bad_one_spoils_no_other() throws Exception {
        course("c1");
        tool.database.execute("update platform.context set wanted = false, asked = '2026-09-01T08:00:00Z'");
        String good = notice("n-1", "LtiContextCopyNotice");
        assertThat(post("not.a.token", good).statusCode()).isEqualTo(200);
        assertThat(tool.count("context where wanted")).isEqualTo(1);
        tool.database.execute("update platform.context set wanted = false");
        assertThat(post(good).statusCode()).isEqualTo(200);
        assertThat(post(notice("n-1", "LtiContextCopyNotice")).statusCode()).isEqualTo(200);
        assertThat(tool.count("context where wanted")).as("the same notice again").isZero();
        assertThat(post(notice("n-2", "SomethingNewNotice")).statusCode()).isEqualTo(200);
        assertThat(tool.count("notice")).isEqualTo(2);
        assertThat(post("not.a.token").statusCode()).isEqualTo(400);
        tool.pass(Duration.ofDays(31));
        assertThat(post(notice("n-3", "LtiHelloWorldNotice")).statusCode()).isEqualTo(200);
        assertThat(tool.count("notice")).isEqualTo(1);
    }

    @Test
    @Tag("PNS-02")
    void a_platform_that_offers_notices_is_told_once_where_to_post_them() {
        for (int i = 0; i < 2; i++) {
            Map<String, String> asked = browser.login(campus);
            Map<String, Object> claims = campus.claims(asked.get("nonce"), tool.now, "teacher", List.of("Instructor"));
            claims.put(Campus.CLAIM + "platformnotificationservice",
                    Map.of("service_versions", List.of("1.0"), "platform_notification_service_url",
                            campus.uri("/notice-handlers").toString(), "scope", List.of(Campus.NOTICES),
                            "notice_types_supported", List.of("LtiContextCopyNotice", "SomethingElse")));
            browser.launch(asked, campus.sign(claims));
            while (tool.askForNotices.run()) {
                // until nothing is to be told any more
            }
            tool.pass(Duration.ofHours(1));
        }
        assertThat(campus.handlers).singleElement().asString().contains("LtiContextCopyNotice",
                "http://localhost:8080/lti/notices");
    }

    private HttpResponse<String> post(String... tokens) {
        return browser.post("/lti/notices", "application/json", "{\"notices\":["
                + Stream.of(tokens).map(t -> "{\"jwt\":\"" + t + "\"}").collect(Collectors.joining(",")) + "]}");
    }

    private static String notice(String id, String type) {
        Map<String, Object> claims = campus.claims("n" + id, tool.now, "x", List.of());
        List.of("message_type", "roles", "resource_link", "target_link_uri")
                .forEach(name -> claims.remove(Campus.CLAIM + name));
        claims.remove("sub");
        claims.put(Campus.CLAIM + "notice", Map.of("id", id, "type", type, "timestamp", tool.now.toString()));
        return campus.sign(claims);
    }

    private HttpResponse<String> login(String storage) {
        Map<String, String> form = Browser.loginForm(campus);
        if (!storage.isEmpty()) {
            form.put("lti_storage_target", storage);
        }
        return browser.post("/lti/login", form);
    }

    private HttpResponse<String> course(String id) {
        Map<String, String> asked = browser.login(campus);
        Map<String, Object> claims = campus.claims(asked.get("nonce"), tool.now, "teacher", List.of("Instructor"));
        claims.put(Campus.CLAIM + "context", Map.of("id", id, "title", id));
        return browser.launch(asked, campus.sign(claims));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String attribute(String name, String html) {
        var found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
