// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;
    private final Browser browser = new Browser(tool);

    static Stream<Arguments> spoilt() {
        return Stream.of(bad("version", 400, c -> c.put(Campus.CLAIM + "version", "11.3")),
                bad("version_missing", 400, c -> c.remove(Campus.CLAIM + "version")),
                bad("message_type", 400, c -> c.remove(Campus.CLAIM + "message_type")),
                bad("roles", 400, c -> c.remove(Campus.CLAIM + "roles")),
                bad("deployment", 403, c -> c.put(Campus.CLAIM + "deployment_id", "9")),
                bad("resource_link", 400, c -> c.put(Campus.CLAIM + "resource_link", Map.of())),
                bad("sub", 400, c -> c.remove("sub")), bad("expired", 403, c -> c.put("exp", 1_000)),
                bad("nonce", 403, c -> c.put("nonce", "other")), bad("audience", 403, c -> c.put("aud", "else")),
                bad("issuer", 403, c -> c.put("iss", "https://else.example")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void a_spoilt_launch_gets_a_page_a_row_and_nothing_else(String reason, int status,
            Consumer<Map<String, Object>> spoil) {
        Map<String, String> asked = browser.login(campus);
        Map<String, Object> claims = new TreeMap<>(
                campus.claims(asked.get("nonce"), tool.now, "learner", List.of("Learner")));
        spoil.accept(claims);
        HttpResponse<String> answer = browser.launch(asked, campus.sign(claims));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(tool.reasons()).containsExactly(reason);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("<h1>Huifang was not opened</h1>").doesNotContain("Exception",
                "org.huifang");
        assertThat(tool.archive.deliveries).isEmpty();
        assertThat(tool.count("launch")).isZero();
    }

    @Test
    void the_page_speaks_the_readers_language() {
        browser.language = "zh-CN,zh;q=0.9,en;q=0.8";
        assertThat(browser.get("/lti/login").body()).contains("回访没有打开", "lang=\"zh-Hans\"");
        browser.language = "zh-TW";
        assertThat(browser.get("/lti/login").body()).contains("回訪沒有打開");
        browser.language = "zh";
        assertThat(browser.get("/lti/login").body()).contains("回访没有打开");
        browser.language = "fr, en";
        assertThat(browser.get("/lti/login").body()).contains("Huifang was not opened");
    }

    @Tag("SEC-06")
    @Tag("A11")
    @Test
    void an_error_post_of_the_platform_is_a_page_and_echoes_nothing() {
        Map<String, String> asked = browser.login(campus);
        HttpResponse<String> answer = browser.post("/lti/launch", Map.of("state", asked.get("state"), "error",
                "access_denied", "error_description", "<script>alert(1)</script>"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("alert");
        assertThat(tool.reasons()).containsExactly("platform_error");
    }

    @Tag("A19")
    @Test
    void unknown_platform_unknown_deployment_and_disabled_one_look_alike() throws Exception {
        Map<String, String> unknown = Browser.loginForm(campus);
        unknown.put("iss", "https://else.example");
        Map<String, String> elsewhere = Browser.loginForm(campus);
        elsewhere.put("lti_deployment_id", "99");
        String first = page(browser.post("/lti/login", unknown));
        String second = page(browser.post("/lti/login", elsewhere));
        tool.database.execute("update platform.registration set enabled = false");
        tool.restart();
        String third = page(browser.post("/lti/login", Browser.loginForm(campus)));
        assertThat(first).isEqualTo(second).isEqualTo(third);
        assertThat(tool.reasons()).containsExactlyInAnyOrder("registration_unknown", "deployment",
                "registration_disabled");
        assertThat(tool.count("login")).isZero();
    }

    @Tag("A5")
    @Test
    void what_is_too_large_or_no_form_is_refused_before_it_is_read() {
        assertThat(browser.post("/lti/launch", "application/x-www-form-urlencoded", "id_token=" + "x".repeat(200_000))
                .statusCode()).isEqualTo(413);
        assertThat(browser.post("/lti/launch", "application/json", "{}").statusCode()).isEqualTo(400);
        assertThat(browser.post("/lti/launch", "application/x-www-form-urlencoded", "state=a&state=b").statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/lti/login", "application/x-www-form-urlencoded", "iss=%zz").statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/lti/launch").statusCode()).isEqualTo(405);
        assertThat(tool.reasons()).containsExactlyInAnyOrder("too_large", "malformed", "malformed", "malformed");
    }

    @Tag("A10")
    @Test
    void targets_outside_the_tool_are_refused() {
        for (String target : List.of("https://evil.example/", "http://localhost:8080@evil.example/",
                "//evil.example", "http://localhost:8080.evil.example/", "javascript:alert(1)")) {
            Map<String, String> form = Browser.loginForm(campus);
            form.put("target_link_uri", target);
            assertThat(browser.post("/lti/login", form).statusCode()).as(target).isEqualTo(400);
        }
        assertThat(tool.count("login")).isZero();
    }

    @Tag("A1")
    @Test
    void cookies_are_host_bound_over_tls_and_plain_where_browsers_take_no_secure_ones() {
        tool.reached("https://huifang.example");
        Map<String, String> form = Browser.loginForm(campus);
        form.put("target_link_uri", "https://huifang.example/");
        assertThat(browser.post("/lti/login", form).headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-lti-").contains("Path=/;", "Secure; SameSite=None; Partitioned");
        tool.reached("http://10.1.2.3:8080");
        form.put("target_link_uri", "http://10.1.2.3:8080/");
        assertThat(browser.post("/lti/login", form).headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lti-").contains("Path=/lti/launch; ", "HttpOnly").doesNotContain("Secure", "SameSite");
        tool.reached("http://localhost:8080");
    }

    private static String page(HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replaceAll("Ref [0-9A-F]{8}", "Ref");
    }

    private static Arguments bad(String reason, int status, Consumer<Map<String, Object>> spoil) {
        return Arguments.of(reason, status, spoil);
    }
}
