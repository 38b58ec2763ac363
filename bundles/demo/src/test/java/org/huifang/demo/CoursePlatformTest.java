// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoursePlatformTest {
    private static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private static Tool tool;
    private static CourseServer campus;

    @BeforeAll
    static void open() throws Exception {
        tool = new Tool();
        campus = new CourseServer(tool);
    }

    @AfterAll
    static void close() throws Exception {
        campus.close();
        tool.close();
    }

    @Test
    void the_page_speaks_both_languages_and_escapes_names() {
        assertThat(campus.get("/?lang=zh").body()).contains("打开回访", "lang=\"zh\"");
        String english = campus.get("/?lang=en").body();
        assertThat(english).contains("Open Huifang", "Liam O&#39;Connor", "View as").doesNotContain("O'Connor");
        assertThat(campus.get("/?lang=en&as=105").body()).contains("Open my page", "login_hint=105");
        assertThat(campus.get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void only_the_page_itself_presses_its_buttons() {
        String form = "what=enrol&token=" + token();
        int before = tool.classroom.people().size();
        assertThat(campus.post("/do", "what=enrol&token=wrong").statusCode()).isEqualTo(403);
        assertThat(campus.post("/do", form, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(campus.post("/do", form, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(tool.classroom.people()).hasSize(before);
        assertThat(campus.post("/do", form, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
        assertThat(tool.classroom.people()).hasSize(before + 1);
    }

    @Test
    void what_happens_less_often_has_its_forms_and_what_cannot_be_is_refused() {
        assertThat(campus.get("/?lang=en").body()).contains("Take a test", "Ask for a refund", "Grant access",
                "Set the exam");
        assertThat(campus.get("/?lang=zh").body()).contains("参加测验", "设定考试");
        long before = tool.classroom.waiting();
        String person = "&person=104&token=" + token();
        for (String form : List.of("what=test&score=45", "what=complain&text=too+fast", "what=ask-refund",
                "what=refund",
                "what=access&until=2026-12-31&left=", "what=access&left=2", "what=exam&day=2026-12-20")) {
            assertThat(campus.post("/do", form + person).statusCode()).as(form).isEqualTo(303);
        }
        assertThat(tool.classroom.waiting()).isEqualTo(before + 7);
        for (String form : List.of("what=test&score=101", "what=test&score=much", "what=complain&text=+",
                "what=access", "what=access&until=soon", "what=exam&day=", "what=nothing")) {
            assertThat(campus.post("/do", form + person).statusCode()).as(form).isEqualTo(400);
        }
        assertThat(tool.classroom.waiting()).isEqualTo(before + 7);
    }

    @Test
    void a_request_of_the_tool_is_answered_with_a_signed_token() throws Exception {
        HttpResponse<String> answer = campus.get("/auth?" + query(Map.of("login_hint", "1")));
        SignedJWT token = SignedJWT.parse(field(answer.body(), "id_token"));
        var key = JWKSet.parse(campus.get("/jwks").body()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("1");
        assertThat(token.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n1");
        assertThat(token.getJWTClaimsSet().getStringListClaim("https://purl.imsglobal.org/spec/lti/claim/roles"))
                .containsExactly("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor");
        assertThat(field(answer.body(), "state")).isEqualTo("&quot;s1");
        assertThat(campus.get("/jwks").body()).doesNotContain("\"d\"");
    }

    @Test
    void strangers_get_an_error_and_other_addresses_nothing() {
        assertThat(campus.get("/auth?" + query(Map.of("login_hint", "nobody"))).body()).contains("access_denied");
        assertThat(campus.get("/auth?" + query(Map.of("response_type", "code"))).body()).contains("invalid_request");
        assertThat(campus.get("/auth?" + query(Map.of("redirect_uri", "https://evil.example/"))).statusCode())
                .isEqualTo(400);
        assertThat(campus.get("/auth?" + query(Map.of("client_id", "other"))).statusCode()).isEqualTo(400);
    }

    @Test
    void members_are_paged_for_the_bearer_of_a_token_only() throws Exception {
        assertThat(campus.get("/members").statusCode()).isEqualTo(401);
        String assertion = assertion(tool.campus.tokenUrl());
        String access = String.valueOf(JSONObjectUtils.parse(ask(assertion).body()).get("access_token"));
        assertThat(ask(assertion).statusCode()).as("an assertion counts once").isEqualTo(400);
        assertThat(ask(assertion("https://other.example/token")).statusCode()).isEqualTo(400);

        HttpResponse<String> first = campus.get("/members?limit=1000", "Authorization", "Bearer " + access);
        assertThat(first.headers().firstValue("Link").orElseThrow()).contains("from=20>; rel=\"next\"");
        HttpResponse<String> second = campus.get("/members?from=20", "Authorization", "Bearer " + access);
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(members(first)).hasSize(20);
        assertThat(members(first).size() + members(second).size()).isEqualTo(tool.classroom.people().size() + 1);
    }

    private static List<?> members(HttpResponse<String> answer) throws Exception {
        return (List<?>) JSONObjectUtils.parse(answer.body()).get("members");
    }

    private static String assertion(String audience) {
        long now = tool.now.getEpochSecond();
        return Tool.KEY.sign(Map.of("iss", Campus.CLIENT, "sub", Campus.CLIENT, "aud", audience, "iat", now, "exp",
                now + 240, "jti", UUID.randomUUID().toString()));
    }

    private static HttpResponse<String> ask(String assertion) {
        return campus.post("/token", "grant_type=client_credentials&client_assertion_type="
                + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion=" + assertion
                + "&scope=" + encoded(SCOPE));
    }

    private static String query(Map<String, String> changed) {
        Map<String, String> all = new java.util.TreeMap<>(Map.of("scope", "openid", "response_type", "id_token",
                "response_mode", "form_post", "client_id", Campus.CLIENT, "redirect_uri",
                campus.place.tool() + "/lti/launch", "login_hint", "1", "state", "\"s1", "nonce", "n1"));
        all.putAll(changed);
        return all.entrySet().stream().map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(java.util.stream.Collectors.joining("&"));
    }

    private static String token() {
        return field(campus.get("/").body(), "token");
    }

    private static String field(String html, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
