// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NoticesTest extends LaunchFixture {
    private final Set<String> rows = ConcurrentHashMap.newKeySet();
    private final List<Notice> effects = new ArrayList<>();
    private boolean broken;
    private final NoticeVerifier notices = new NoticeVerifier(registrations, notice -> {
        if (broken) {
            throw new IllegalStateException("no database");
        }
        return rows.add(notice.registrationId() + " " + notice.id()) && effects.add(notice);
    }, jwks, LaunchRules.STANDARD, clock);

    private Map<String, Object> claims(String id, String type) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> c = new HashMap<>(Map.of("iss", platform.origin(), "aud", "client-1", "iat", now, "exp",
                now + 3600, "nonce", "n-" + id));
        c.put(Claims.VERSION, "1.3.0");
        c.put(Claims.DEPLOYMENT, "1");
        c.put(Claims.LTI + "notice", Map.of("id", id, "timestamp", "2026-03-02T07:59:00Z", "type", type));
        return c;
    }

    private static String batch(String... tokens) {
        return "{\"notices\":"
                + Stream.of(tokens).map(t -> "{\"jwt\":\"" + t + "\"}").collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private String good(String id) {
        return CounterSide.mint(claims(id, Notice.HELLO));
    }

    private void refusedWhen(Consumer<Map<String, Object>> bend, String code) {
        Map<String, Object> claims = claims("x", Notice.HELLO);
        bend.accept(claims);
        assertThat(notices.take(batch(CounterSide.mint(claims)))).singleElement().isInstanceOfSatisfying(
                NoticeResult.Refused.class, r -> assertThat(r.reason().code()).as(r.detail()).isEqualTo(code));
        assertThat(effects).isEmpty();
    }

    @Tag("PNS-06")
    @Test
    void a_notice_is_verified_as_a_launch_is() {
        refusedWhen(c -> c.put("iss", "https://other.example"), "registration_unknown");
        refusedWhen(c -> c.put("aud", "client-2"), "registration_unknown");
        refusedWhen(c -> c.put("azp", "client-2"), "azp");
        refusedWhen(c -> c.put("aud", List.of("client-1", "other")), "azp");
        refusedWhen(c -> c.put("exp", clock.instant().getEpochSecond() - 61), "expired");
        refusedWhen(c -> c.remove("exp"), "claim_missing");
        refusedWhen(c -> c.put("iat", clock.instant().getEpochSecond() + 61), "iat");
        refusedWhen(c -> c.remove("nonce"), "nonce");
        refusedWhen(c -> c.put(Claims.VERSION, "1.1"), "version");
        refusedWhen(c -> c.put(Claims.DEPLOYMENT, "9"), "deployment");
        refusedWhen(c -> c.remove(Claims.LTI + "notice"), "notice");
        refusedWhen(c -> c.put(Claims.LTI + "notice", Map.of("id", "x", "type", "y", "timestamp", "soon")), "notice");
        String token = good("x");
        assertThat(notices.take(batch(token.substring(0, token.length() - 8) + "AAAAAAAA")).getFirst())
                .isInstanceOfSatisfying(NoticeResult.Refused.class,
                        r -> assertThat(r.reason()).isEqualTo(ReasonCode.SIGNATURE));
        assertThat(notices.take(batch(Token.part("{\"alg\":\"none\",\"kid\":\"k-1\"}") + ".e30.x")).getFirst())
                .isInstanceOf(NoticeResult.Refused.class);
        assertThat(effects).isEmpty();
    }

    @Tag("PNS-07")
    @Test
    void a_duplicate_is_answered_well_and_has_no_second_effect() {
        for (int i = 0; i < 10; i++) {
            List<NoticeResult> results = notices.take(batch(good("1"), good("2"), good("1")));
            assertThat(NoticeResult.status(results)).isEqualTo(200);
            assertThat(results.get(2)).isInstanceOf(NoticeResult.Duplicate.class);
        }
        assertThat(effects).extracting(Notice::id).containsExactly("1", "2");
    }

    @Tag("PNS-08")
    @Test
    void a_type_to_come_is_taken_too_and_told_apart() {
        List<NoticeResult> results = notices.take(batch(CounterSide.mint(claims("1", "LtiFutureNotice"))));
        assertThat(NoticeResult.status(results)).isEqualTo(200);
        assertThat(effects).singleElement().matches(n -> !n.known() && n.type().equals("LtiFutureNotice"));
    }

    @Tag("PNS-09")
    @Test
    void a_bad_token_does_not_spoil_the_batch_and_a_failing_inbox_asks_for_it_again() {
        List<NoticeResult> mixed = notices.take(batch("nonsense", good("1")));
        assertThat(mixed.getFirst()).isInstanceOf(NoticeResult.Refused.class);
        assertThat(mixed.getLast()).isInstanceOf(NoticeResult.Taken.class);
        assertThat(NoticeResult.status(mixed)).isEqualTo(200);
        assertThat(NoticeResult.status(notices.take(batch("nonsense")))).isEqualTo(400);
        broken = true;
        assertThat(NoticeResult.status(notices.take(batch(good("1"), good("2"))))).isEqualTo(503);
        broken = false;
        assertThat(notices.take(batch(good("1"), good("2")))).satisfies(again -> {
            assertThat(again.getFirst()).isInstanceOf(NoticeResult.Duplicate.class);
            assertThat(again.getLast()).isInstanceOf(NoticeResult.Taken.class);
        });
    }

    @Tag("PNS-10")
    @Test
    void hello_and_a_copied_course_are_read() {
        Map<String, Object> copy = claims("2", Notice.CONTEXT_COPY);
        copy.put(Claims.LTI + "context", Map.of("id", "c-2", "title", "Copy"));
        copy.put(Claims.LTI + "origin_contexts", List.of("c-1"));
        notices.take(batch(good("1"), CounterSide.mint(copy)));
        assertThat(effects).extracting(Notice::type).containsExactly(Notice.HELLO, Notice.CONTEXT_COPY);
        assertThat(effects.getLast().originContexts()).containsExactly("c-1");
        assertThat(effects.getLast().context().id()).isEqualTo("c-2");
        assertThat(effects).allMatch(Notice::known);
    }

    @Tag("AP-03")
    @Tag("AP-04")
    @Test
    void a_submission_notice_carries_its_files_and_what_was_read_is_compared() {
        Map<String, Object> c = claims("3", Notice.ASSET_SUBMISSION);
        c.put(Claims.FOR_USER, Map.of("user_id", "42"));
        c.put(Claims.LTI + "assetservice", Map.of("scope", List.of(AssetClaims.ASSET_SCOPE), "assets",
                List.of(Map.of("asset_id", "a1", "url", "https://lms.example/a1", "filename", "essay.txt", "size", 3,
                        "sha256_checksum", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", "timestamp",
                        "2026-03-01T00:00:00Z"), Map.of("asset_id", "a2", "url", "file:///etc/passwd"))));
        c.put(Claims.LTI + "assetreport",
                Map.of("scope", List.of(AssetClaims.REPORT_SCOPE), "report_url", "https://lms.example/report"));
        notices.take(batch(CounterSide.mint(c)));
        Notice notice = effects.getFirst();
        AssetClaims assets = notice.assets();
        assertThat(notice.forUser().userId()).isEqualTo("42");
        assertThat(assets.reportUrl()).hasToString("https://lms.example/report");
        assertThat(assets.scopes()).containsExactlyInAnyOrder(AssetClaims.ASSET_SCOPE, AssetClaims.REPORT_SCOPE);
        assertThat(assets.assets()).singleElement().satisfies(a -> {
            assertThat(a.matches("abc".getBytes())).isTrue();
            assertThat(a.matches("abd".getBytes())).isFalse();
            assertThat(a.matches("abcd".getBytes())).isFalse();
        });
    }

    @Tag("PNS-06")
    @Tag("A5")
    @Test
    void what_is_no_batch_is_refused_whole() {
        for (String no : List.of("", "[]", "{}", "{\"notices\":{}}", "{\"notices\":[" + "{},".repeat(200) + "{}]}",
                "x".repeat((1 << 20) + 1), "{\"notices\":" + "[".repeat(100_000))) {
            assertThat(notices.take(no)).singleElement().isInstanceOf(NoticeResult.Refused.class);
        }
        assertThat(notices.take("{\"notices\":[]}")).isEmpty();
        assertThat(notices.take("{\"notices\":[{},{\"jwt\":" + JsonUtil.toJson(Map.of()) + "}]}")).hasSize(2)
                .allMatch(NoticeResult.Refused.class::isInstance);
    }
}
