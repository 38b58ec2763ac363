// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformSideTest {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final String SCORE = "application/vnd.ims.lis.v1.score+json";
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static Tool tool;
    private static CourseServer campus;

    @BeforeAll
    static void open() throws Exception {
        tool = new Tool();
        campus = new CourseServer(tool);
    }

    @BeforeEach
    void clean() throws Exception {
        tool.database.execute("truncate demo.score, demo.line_item, demo.activity, demo.client, demo.picking");
        new Quirks(tool.store).set("none");
    }

    @AfterAll
    static void close() throws Exception {
        campus.close();
        tool.close();
    }

    @Test
    void a_tool_registers_itself_once_with_an_invitation_and_waits_for_approval() throws Exception {
        Map<String, Object> configuration = JSONObjectUtils
                .parse(campus.get("/.well-known/openid-configuration").body());
        assertThat(configuration).containsEntry("issuer", tool.campus.issuer())
                .containsKeys("registration_endpoint", "jwks_uri",
                        "https://purl.imsglobal.org/spec/lti-platform-configuration");
        assertThat(campus.post("/register", registration(""), "Authorization", "Bearer made-up").statusCode())
                .isEqualTo(401);
        String token = tool.clients.invite();
        HttpResponse<String> answer = campus.post("/register", registration(""), "Authorization", "Bearer " + token);
        String id = String.valueOf(JSONObjectUtils.parse(answer.body()).get("client_id"));
        assertThat(answer.body()).contains("\"deployment_id\"");
        assertThat(campus.post("/register", registration(""), "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
        assertThat(tool.clients.find(id).orElseThrow().active()).isFalse();
        assertThat(campus.get("/auth?client_id=" + id + "&redirect_uri=" + encoded(uri("/lti/launch"))).statusCode())
                .isEqualTo(400);
        tool.clients.approve(id);
        assertThat(tool.clients.active(id)).isPresent();
        assertThat(campus.get("/?lang=en").body()).contains("Add an activity from Huifang (" + id + ")");
        assertThat(campus.get("/admin?lang=en").body()).contains(id, "active");
        HttpResponse<String> spoilt = campus.post("/register", registration("other.example"), "Authorization",
                "Bearer " + tool.clients.invite());
        assertThat(spoilt.statusCode()).isEqualTo(400);
        assertThat(spoilt.body()).contains("domain");
    }

    @Test
    void what_is_picked_in_the_tool_is_placed_when_the_answer_is_its_own_and_can_be_launched() throws Exception {
        Map<String, Object> settings = pick();
        String back = String.valueOf(settings.get("deep_link_return_url")).replaceFirst(".*/demo", "");
        String forged = response(String.valueOf(settings.get("data")), "2").replaceAll(".{8}$", "AAAAAAAA");
        assertThat(campus.post(back, "JWT=" + forged).body()).contains("signature");
        assertThat(campus.post(back, "JWT=" + forged).body()).as("a session is for one answer").contains("session");

        settings = pick();
        back = String.valueOf(settings.get("deep_link_return_url")).replaceFirst(".*/demo", "");
        assertThat(campus.post(back, "JWT=" + response("other data", "1")).body()).contains("data");
        settings = pick();
        back = String.valueOf(settings.get("deep_link_return_url")).replaceFirst(".*/demo", "");
        HttpResponse<String> placed = campus.post(back,
                "JWT=" + response(String.valueOf(settings.get("data")), "1"));
        assertThat(placed.body()).contains("picked.js");
        String page = campus.get("/?lang=en&as=105").body();
        assertThat(page).contains("Your view", "data-activity=\"a", "No grades");
        String link = group("data-activity=\"(a[0-9]+)\"", page);
        JWTClaimsSet launch = launch("105", link + "|en");
        assertThat(launch.getJSONObjectClaim(LTI + "custom")).containsEntry("huifang", "questionnaire");
        assertThat(launch.getJSONObjectClaim(LTI + "resource_link")).containsEntry("id", link);
        assertThat(launch.getJSONObjectClaim("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"))
                .containsKeys("lineitems", "lineitem");
        assertThat(campus.get("/auth?" + auth("105", "pick|en")).body()).contains("access_denied");
    }

    @Test
    void scores_are_taken_in_rising_order_shown_and_read_back() throws Exception {
        String token = access("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem "
                + "https://purl.imsglobal.org/spec/lti-ags/scope/score "
                + "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly");
        String made = campus
                .post("/lineitems", "{\"label\":\"Quiz\",\"scoreMaximum\":10,\"tag\":\"t\"}", "Content-Type",
                        ITEM, "Authorization", "Bearer " + token)
                .body();
        String item = "/lineitems/" + group("lineitems.{1,2}([0-9]+)", made);
        assertThat(score(item, token, 7, "2026-09-01T00:00:01.250Z")).isEqualTo(200);
        assertThat(score(item, token, 8, "2026-09-01T00:00:01.250Z")).isEqualTo(409);
        assertThat(score(item, token, 8, "2026-09-01T00:00:01.251Z")).isEqualTo(200);
        new Quirks(tool.store).set("score_conflict");
        assertThat(score(item, token, 9, "2026-09-01T00:00:01.900Z")).isEqualTo(409);
        List<Object> results = JSONArrayUtils
                .parse(campus.get(item + "/results", "Authorization", "Bearer " + token).body());
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().toString()).contains("resultScore=8");
        assertThat(campus.get("/lineitems?tag=other", "Authorization", "Bearer " + token).body()).isEqualTo("[]");
        assertThat(campus.get("/groups", "Authorization", "Bearer " + token).statusCode()).isEqualTo(403);
    }

    @Test
    void with_its_quirks_on_it_behaves_as_moodle_does() throws Exception {
        new Quirks(tool.store).set("moodle");
        HttpResponse<String> answer = ask("https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
                + " https://made.up/scope");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("made.up");
        String token = String.valueOf(JSONObjectUtils.parse(answer.body()).get("access_token"));
        assertThat(campus.get("/members", "Authorization", "Bearer " + token, "Accept", "application/json")
                .statusCode()).isEqualTo(400);
        HttpResponse<String> whole = campus.get("/members", "Authorization", "Bearer " + token, "Accept",
                "application/vnd.ims.lti-nrps.v2.membershipcontainer+json");
        assertThat(whole.headers().firstValue("Link")).isEmpty();
        assertThat(whole.body()).contains("[\"Learner\"]");
        JWTClaimsSet launch = launch("105", "course|en");
        assertThat(launch.getStringListClaim(LTI + "roles")).containsExactly("Learner");
        assertThat(launch.getJSONObjectClaim("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint").get("lineitems"))
                .asString().endsWith("/lineitems?type_id=1");
        assertThat(pick()).doesNotContainKey("data").containsEntry("accept_types", List.of("ltiResourceLink"));
    }

    @Test
    void the_page_offers_storage_only_where_it_is_asked_for() {
        assertThat(campus.get("/").body()).doesNotContain("lti_storage_target");
        assertThat(campus.get("/?storage=parent").body()).contains("lti_storage_target=_parent");
        assertThat(campus.get("/?storage=frame").body()).contains("lti_storage_target=lti_storage",
                "<iframe hidden name=\"lti_storage\"");
        assertThat(campus.get("/storage").body()).contains("storage.js");
    }

    private static Map<String, Object> pick() throws Exception {
        return launch("1", "pick|en").getJSONObjectClaim(DL + "deep_linking_settings");
    }

    private static JWTClaimsSet launch(String user, String hint) throws Exception {
        String page = campus.get("/auth?" + auth(user, hint)).body();
        return SignedJWT.parse(group("name=\"id_token\" value=\"([^\"]*)\"", page)).getJWTClaimsSet();
    }

    private static String auth(String user, String hint) {
        return "scope=openid&response_type=id_token&response_mode=form_post&prompt=none&client_id=" + Campus.CLIENT
                + "&redirect_uri=" + encoded(uri("/lti/launch")) + "&state=s&nonce=n&login_hint=" + user
                + "&lti_message_hint=" + encoded(hint);
    }

    private static String response(String data, String deployment) {
        long now = tool.now.getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", Campus.CLIENT);
        claims.put("aud", tool.campus.issuer());
        claims.put("iat", now);
        claims.put("exp", now + 60);
        claims.put("nonce", UUID.randomUUID().toString());
        claims.put(LTI + "message_type", "LtiDeepLinkingResponse");
        claims.put(LTI + "version", "1.3.0");
        claims.put(LTI + "deployment_id", deployment);
        claims.put(DL + "data", data);
        claims.put(DL + "content_items", List.of(Map.of("type", "ltiResourceLink", "title", "Your view", "url",
                uri("/"), "custom", Map.of("huifang", "questionnaire"), "lineItem",
                Map.of("scoreMaximum", 1, "label", "Your view"))));
        return Tool.KEY.sign(claims);
    }

    private static int score(String item, String token, double given, String at) {
        return campus.post(item + "/scores", JSONObjectUtils.toJSONString(Map.of("userId", "105", "scoreGiven", given,
                "scoreMaximum", 10, "timestamp", at, "activityProgress", "Completed", "gradingProgress",
                "FullyGraded")), "Content-Type", SCORE, "Authorization", "Bearer " + token).statusCode();
    }

    private static String access(String scope) throws Exception {
        return String.valueOf(JSONObjectUtils.parse(ask(scope).body()).get("access_token"));
    }

    private static HttpResponse<String> ask(String scope) {
        long now = tool.now.getEpochSecond();
        String assertion = Tool.KEY.sign(Map.of("iss", Campus.CLIENT, "sub", Campus.CLIENT, "aud",
                tool.campus.tokenUrl(), "iat", now, "exp", now + 240, "jti", UUID.randomUUID().toString()));
        return campus.post("/token", "grant_type=client_credentials&client_assertion_type="
                + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion=" + assertion
                + "&scope=" + encoded(scope));
    }

    private static String registration(String domain) {
        URI target = URI.create(uri("/"));
        return JSONObjectUtils.toJSONString(Map.ofEntries(Map.entry("application_type", "web"),
                Map.entry("response_types", List.of("id_token")),
                Map.entry("grant_types", List.of("implicit", "client_credentials")),
                Map.entry("initiate_login_uri", uri("/lti/login")),
                Map.entry("redirect_uris", List.of(uri("/lti/launch"))), Map.entry("client_name", "Huifang"),
                Map.entry("jwks_uri", uri("/lti/jwks")), Map.entry("token_endpoint_auth_method", "private_key_jwt"),
                Map.entry("scope", String.join(" ", Scopes.ALL)),
                Map.entry("https://purl.imsglobal.org/spec/lti-tool-configuration",
                        Map.of("domain", domain.isEmpty() ? target.getAuthority() : domain, "target_link_uri",
                                target.toString(), "claims", List.of("sub"), "messages",
                                List.of(Map.of("type", "LtiDeepLinkingRequest"))))));
    }

    private static String uri(String path) {
        return campus.place.tool() + path;
    }

    private static String group(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
