// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huifang.lti.CounterSide;
import org.huifang.lti.DeepLinkingSettings;
import org.huifang.lti.SettableClock;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.lti.deeplinking.DeepLinkingResult.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinkingTest {
    private static final ToolKeys KEYS = ToolKeys.of(ToolKey.generate());
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final List<String> ALL = List.of("link", "ltiResourceLink", "file", "html", "image");
    private static final URI URL = URI.create("https://tool.example/q/1");
    private static final Instant DAY = Instant.parse("2026-04-01T00:00:00Z");

    private final SettableClock clock = new SettableClock();
    private final DeepLinking linking = new DeepLinking(() -> KEYS, clock);

    private static DeepLinkingRequest request(List<String> types, boolean multiple, Boolean lineItem, String data) {
        return new DeepLinkingRequest("https://lms.example", "client-1", "d-1",
                new DeepLinkingSettings(URI.create("https://lms.example/back?s=1"), types,
                        List.of("iframe", "window", "embed"), null, multiple, lineItem, false, null, null, data));
    }

    private Map<String, Object> claims(DeepLinkingResult result) {
        assertThat(result).isInstanceOf(DeepLinkingResult.Signed.class);
        return CounterSide.read(KEYS.publicJwks(), ((DeepLinkingResult.Signed) result).jwt(), "https://lms.example",
                clock);
    }

    private Map<?, ?> sent(DeepLinkingRequest request, ContentItem item) {
        return (Map<?, ?>) ((List<?>) claims(linking.respond(request, List.of(item), null)).get(DL + "content_items"))
                .getFirst();
    }

    private void refused(DeepLinkingRequest request, Reason reason, ContentItem... items) {
        assertThat(linking.respond(request, List.of(items), null)).isInstanceOfSatisfying(
                DeepLinkingResult.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static ContentItem.Link link() {
        return new ContentItem.Link(URL, Look.of("A", null), Showing.ANYHOW, null);
    }

    @Tag("DL-02")
    @Tag("DL-03")
    @Tag("DL-04")
    @Tag("DL-05")
    @Test
    void the_response_is_signed_by_a_published_key_and_says_what_the_specification_asks_for() {
        DeepLinkingResult result = linking.respond(request(ALL, true, null, null), List.of(link()), "one placed");
        Map<String, Object> claims = claims(result);
        assertThat(claims).containsEntry("iss", "client-1").containsEntry("aud", "https://lms.example")
                .containsEntry(LTI + "deployment_id", "d-1").containsEntry(LTI + "version", "1.3.0")
                .containsEntry(LTI + "message_type", "LtiDeepLinkingResponse").containsEntry(DL + "msg", "one placed")
                .containsEntry("iat", clock.instant().getEpochSecond());
        assertThat(Duration.ofSeconds((Long) claims.get("exp") - (Long) claims.get("iat"))).isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat((String) claims.get("nonce")).hasSizeGreaterThan(30)
                .isNotEqualTo(claims(linking.respond(request(ALL, true, null, null), List.of(), null)).get("nonce"));
        DeepLinkingResult.Signed signed = (DeepLinkingResult.Signed) result;
        assertThat(signed.form()).containsOnlyKeys("JWT");
        assertThat(signed.toString()).doesNotContain(signed.jwt());
        assertThat(signed.returnUrl()).hasToString("https://lms.example/back?s=1");
    }

    @Tag("DL-06")
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "csrf=\"a\\b\"", "\u0000\u001f\u2028", "数据 é é 😀", "{\"a\":[1]}"})
    void data_comes_back_byte_for_byte(String data) {
        assertThat(claims(linking.respond(request(ALL, true, null, data), List.of(), null)))
                .containsEntry(DL + "data", data);
    }

    @Tag("DL-06")
    @Test
    void data_that_was_not_sent_does_not_come_back() {
        assertThat(claims(linking.respond(request(ALL, true, null, null), List.of(), null)))
                .doesNotContainKey(DL + "data");
    }

    @Tag("DL-07")
    @Test
    void a_kind_that_is_not_taken_is_not_signed() {
        refused(request(List.of("ltiResourceLink"), true, null, null), Reason.TYPE, link());
        DeepLinkingRequest images = new DeepLinkingRequest("https://lms.example", "c", "d",
                new DeepLinkingSettings(URI.create("https://l"), ALL, List.of("iframe"), "image/*, text/html", false,
                        null, false, null, null, null));
        refused(images, Reason.MEDIA_TYPE, new ContentItem.File(URL, Look.NONE, "application/pdf", null));
        refused(images, Reason.MEDIA_TYPE, new ContentItem.File(URL, Look.NONE, null, null));
        assertThat(sent(images, new ContentItem.File(URL, Look.NONE, "image/png", DAY)).get("expiresAt"))
                .isEqualTo("2026-04-01T00:00:00Z");
    }

    @Tag("DL-08")
    @Test
    void two_items_are_not_signed_where_one_is_taken() {
        refused(request(ALL, false, null, null), Reason.MULTIPLE, link(), link());
        assertThat((List<?>) claims(linking.respond(request(ALL, true, null, null), List.of(link(), link()), null))
                .get(DL + "content_items")).hasSize(2);
    }

    @Tag("DL-09")
    @Tag("DL-17")
    @Tag("DL-18")
    @Test
    void a_resource_link_carries_its_line_item_windows_and_parameters_unless_line_items_are_ignored() {
        ContentItem item = new ContentItem.ResourceLink(URL, Look.of("Questions", "Please"),
                new Showing(new Showing.Frame(800, 600), new Showing.Window("w", null, null, null)), Map.of("q", "1"),
                new LineItemOffer("Done", 10, "q-1", "survey", true), new TimeSpan(DAY, null),
                new TimeSpan(DAY, DAY.plusSeconds(60)));
        Map<?, ?> sent = sent(request(ALL, false, true, null), item);
        assertThat(sent.get("lineItem")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("label", "Done").containsEntry("resourceId", "q-1").containsEntry("tag", "survey")
                .containsEntry("gradesReleased", true)
                .hasEntrySatisfying("scoreMaximum", m -> assertThat(((Number) m).doubleValue()).isEqualTo(10));
        assertThat(sent.get("available")).isEqualTo(Map.of("startDateTime", "2026-04-01T00:00:00Z"));
        assertThat(sent.get("submission"))
                .isEqualTo(Map.of("startDateTime", "2026-04-01T00:00:00Z", "endDateTime", "2026-04-01T00:01:00Z"));
        assertThat(sent.get("custom")).isEqualTo(Map.of("q", "1"));
        assertThat(sent.get("iframe")).isEqualTo(Map.of("width", 800L, "height", 600L));
        assertThat(sent(request(ALL, false, null, null), item).get("lineItem")).isNotNull();
        assertThat(sent(request(ALL, false, false, null), item).get("lineItem")).isNull();
        refused(request(ALL, false, null, null), Reason.VALUE, new ContentItem.ResourceLink(null, Look.NONE,
                Showing.ANYHOW, Map.of(), new LineItemOffer(null, 0, null, null, null), null, null));
        refused(request(ALL, false, null, null), Reason.VALUE, new ContentItem.ResourceLink(null, Look.NONE,
                Showing.ANYHOW, Map.of(), null, new TimeSpan(DAY, DAY.minusSeconds(1)), null));
    }

    @Tag("DL-10")
    @Tag("DL-11")
    @Test
    void nothing_chosen_is_a_legal_answer_and_so_is_an_error() {
        assertThat(claims(linking.respond(request(ALL, false, null, "d"), List.of(), null)))
                .containsEntry(DL + "content_items", List.of()).doesNotContainKeys(DL + "msg", DL + "errormsg");
        assertThat(claims(linking.fail(request(ALL, false, null, "d"), "nothing there")))
                .containsEntry(DL + "errormsg", "nothing there").containsEntry(DL + "data", "d");
    }

    @Tag("DL-16")
    @Test
    void every_kind_of_item_arrives_as_itself() {
        List<ContentItem> items = List.of(link(),
                new ContentItem.ResourceLink(null, Look.NONE, Showing.ANYHOW, Map.of(), null, null, null),
                new ContentItem.File(URL, Look.NONE, null, null), new ContentItem.Html("<p>Hi</p>", Look.NONE),
                new ContentItem.Image(URL, new Look(null, null, new Look.Picture(URL, 16, 16), null), 640, 480));
        List<?> sent = (List<?>) claims(linking.respond(request(ALL, true, null, null), items, null))
                .get(DL + "content_items");
        assertThat(sent).isEqualTo(List.of(Map.of("type", "link", "url", URL.toString(), "title", "A"),
                Map.of("type", "ltiResourceLink"), Map.of("type", "file", "url", URL.toString()),
                Map.of("type", "html", "html", "<p>Hi</p>"),
                Map.of("type", "image", "url", URL.toString(), "width", 640L, "height", 480L, "icon",
                        Map.of("url", URL.toString(), "width", 16L, "height", 16L))));
        refused(request(ALL, true, null, null), Reason.ADDRESS,
                new ContentItem.Link(URI.create("javascript:alert(1)"), Look.NONE, Showing.ANYHOW, null));
    }

    @Tag("DL-19")
    @Tag("A11")
    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<p onclick=\"x\">a</p>",
            "<a href=\"javascript:alert(1)\">a</a>", "<a href=\"http://x\">a</a>", "<a href='https://x'>a</a>",
            "<a href=\"https://x\" target=\"_blank\">a</a>", "<p>open", "open</p>", "<b><i>x</b></i>",
            "<p style=\"x\">a</p>", "<!-- x -->", "<svg onload=x>", "<P>a</P>", "a & b", "&#x6a;", "<iframe src=\"x\">",
            "<a href=\"https://x\"y\">a</a>", "<br onload=x>", "<p/ onclick=x>", "a\0b", "<", ">", "<math><mtext>"})
    void markup_beyond_a_few_plain_elements_is_not_signed(String html) {
        refused(request(ALL, true, null, null), Reason.MARKUP, new ContentItem.Html(html, Look.NONE));
        refused(request(ALL, true, null, null), Reason.MARKUP,
                new ContentItem.Link(URL, Look.NONE, Showing.ANYHOW, html));
    }

    @Tag("DL-19")
    @Test
    void plain_markup_passes_and_a_huge_fragment_costs_no_time() {
        String plain = "<h3>回访</h3><p>A &amp; B<br>see <a href=\"https://tool.example/q?a=1&amp;b=2\"><b>here</b></a></p>"
                + "<ul><li>one</li></ul>";
        assertThat(sent(request(ALL, true, null, null), new ContentItem.Html(plain, Look.NONE)).get("html"))
                .isEqualTo(plain);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        refused(request(ALL, true, null, null), Reason.MARKUP, new ContentItem.Html("<p>".repeat(30_000), Look.NONE));
        refused(request(ALL, true, null, null), Reason.MARKUP,
                new ContentItem.Html("<a href=\"https://" + "a".repeat(60_000), Look.NONE));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
}
