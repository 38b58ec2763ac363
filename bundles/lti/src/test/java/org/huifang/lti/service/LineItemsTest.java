// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.CounterSide;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineItemsTest extends GradesFixture {
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";

    @Tag("AGS-03")
    @Tag("AGS-10")
    @Tag("AGS-13")
    @Test
    void line_items_are_listed_over_all_pages_with_filters_behind_the_query_there_is() {
        String first = "/s/items?type_id=1&resource_link_id=rl&resource_id=q-1&tag=survey&limit=1";
        answers.put("GET " + first, new Answer(200, "[" + item("/s/items/7/lineitem", "") + ",{\"label\":\"?\"},5]",
                Map.of("Link", "<" + uri("/s/items?type_id=1&from=1") + ">; rel=&ldquo;next&rdquo;")));
        on("GET /s/items?type_id=1&from=1", 200, "[" + item("/s/items/8/lineitem", ",\"tag\":\"survey\"") + "]");
        List<LineItem> items = done(
                grades.lineItems(registration, claim, new LineItemQuery("rl", "q-1", "survey", 1)));
        assertThat(items).extracting(LineItem::id).containsExactly(uri("/s/items/7/lineitem"),
                uri("/s/items/8/lineitem"));
        assertThat(asked).extracting(Asked::accept).containsOnly("application/vnd.ims.lis.v2.lineitemcontainer+json");
        assertThat(scopes)
                .containsExactly("https%3A%2F%2Fpurl.imsglobal.org%2Fspec%2Flti-ags%2Fscope%2Flineitem.readonly");
    }

    @Tag("AGS-04")
    @Tag("AGS-10")
    @Tag("AGS-21")
    @Test
    void a_line_item_is_made_with_all_it_can_say() {
        on("POST /s/items?type_id=1", 201, item("/s/items/9/lineitem?type_id=1", ",\"resourceId\":\"q-1\""));
        LineItem wanted = new LineItem(uri("/ignored"), "Done", 10, "q-1", "survey", null,
                Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"), true,
                new LineItem.Review(List.of("Submitted"), "Look", URI.create("https://tool.example/r"),
                        Map.of("a", "b")),
                Map.of("https://canvas.instructure.com/lti/submission_type", Map.of("type", "none")));
        LineItem made = done(grades.create(registration, claim, wanted));
        assertThat(made.id()).isEqualTo(uri("/s/items/9/lineitem?type_id=1"));
        assertThat(asked.getFirst().type()).isEqualTo(ITEM);
        assertThat(CounterSide.json(asked.getFirst().body())).isEqualTo(Map.of("label", "Done", "scoreMaximum", 10L,
                "resourceId", "q-1", "tag", "survey", "startDateTime", "2026-03-01T00:00:00.000Z", "endDateTime",
                "2026-04-01T00:00:00.000Z", "gradesReleased", true, "submissionReview",
                Map.of("reviewableStatus", List.of("Submitted"), "label", "Look", "url", "https://tool.example/r",
                        "custom", Map.of("a", "b")),
                "https://canvas.instructure.com/lti/submission_type", Map.of("type", "none")));
    }

    @Tag("AGS-05")
    @Tag("AGS-06")
    @Tag("AGS-22")
    @Test
    void what_was_read_is_written_back_with_the_members_of_other_vocabularies() {
        String canvas = ",\"https://canvas.instructure.com/lti/submission_type\":{\"type\":\"external_tool\"},"
                + "\"startDateTime\":\"2026-03-01T08:00:00+08:00\",\"gradesReleased\":false,\"resourceLinkId\":12";
        on("GET /s/items/5/lineitem?type_id=1", 200, item("/s/items/5/lineitem?type_id=1", canvas));
        on("PUT /s/items/5/lineitem?type_id=1", 200, "");
        LineItem read = done(grades.read(registration, claim, claim.lineItem()));
        assertThat(read.startDateTime()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(read.resourceLinkId()).isEqualTo("12");
        assertThat(done(grades.update(registration, claim, read))).isEqualTo(read);
        assertThat(asked.getFirst().accept()).isEqualTo(ITEM);
        assertThat(CounterSide.json(asked.getLast().body()))
                .containsEntry("https://canvas.instructure.com/lti/submission_type", Map.of("type", "external_tool"))
                .containsEntry("gradesReleased", false);
        assertThat(scopes.getLast()).endsWith("lineitem");
    }

    @Tag("AGS-07")
    @Test
    void an_item_that_the_tool_made_is_deleted() {
        on("GET /s/items/7/lineitem?type_id=1", 200, item("/s/items/7/lineitem?type_id=1", ",\"resourceId\":\"q-1\""));
        on("DELETE /s/items/7/lineitem?type_id=1", 204, "");
        done(grades.delete(registration, claim, uri("/s/items/7/lineitem?type_id=1"), "q-1"));
        assertThat(asked.getLast().line()).startsWith("DELETE");
    }

    @Tag("AGS-20")
    @Tag("A14")
    @Test
    void an_item_that_belongs_to_a_link_or_that_somebody_else_made_is_never_deleted() {
        assertThat(failed(grades.delete(registration, claim, claim.lineItem(), "q-1")).kind())
                .isEqualTo(Kind.NOT_OURS);
        for (String more : List.of(",\"resourceId\":\"q-1\",\"resourceLinkId\":\"rl\"", ",\"resourceId\":\"other\"",
                "")) {
            on("GET /s/items/7/lineitem", 200, item("/s/items/7/lineitem", more));
            assertThat(failed(grades.delete(registration, claim, uri("/s/items/7/lineitem"), "q-1")).kind())
                    .isEqualTo(Kind.NOT_OURS);
        }
        assertThat(asked).noneMatch(a -> a.line().startsWith("DELETE"));
    }

    @Tag("AGS-11")
    @Test
    void a_launch_with_a_line_item_only_can_use_that_one_and_no_other() {
        AssignmentAndGradesClaim declarative = new AssignmentAndGradesClaim(Set.of(AssignmentAndGrades.SCORE,
                AssignmentAndGrades.LINE_ITEM_READ), null, claim.lineItem());
        on("POST /s/items/5/lineitem/scores?type_id=1", 200, "");
        done(grades.score(registration, declarative, declarative.lineItem(), Score.finished("42", 1, 1), null));
        assertThat(failed(grades.lineItems(registration, declarative, LineItemQuery.ALL)).kind())
                .isEqualTo(Kind.NOT_CONFIGURED);
        assertThat(failed(grades.read(registration, declarative, uri("/s/items/6/lineitem"))).kind())
                .isEqualTo(Kind.FOREIGN_LINK);
        assertThat(asked).hasSize(1);
    }

    @Tag("AGS-12")
    @Test
    void what_the_launch_does_not_offer_is_not_called() {
        AssignmentAndGradesClaim none = claim(Set.of());
        URI one = claim.lineItem();
        LineItem item = LineItem.named("x", 1, "q", null);
        for (ServiceResult<?> result : List.of(grades.lineItems(registration, none, LineItemQuery.ALL),
                grades.create(registration, none, item), grades.read(registration, none, one),
                grades.update(registration, none, item), grades.delete(registration, none, one, "q"),
                grades.score(registration, none, one, Score.cleared("42"), null),
                grades.results(registration, none, one, null, 0),
                grades.create(registration, claim(Set.of(AssignmentAndGrades.LINE_ITEM_READ)), item))) {
            assertThat(failed(result).kind()).isEqualTo(Kind.SCOPE_MISSING);
        }
        assertThat(platform.requests).isEmpty();
    }

    @Tag("A14")
    @Tag("A6")
    @Test
    void an_address_that_no_verified_launch_opens_is_never_asked() {
        for (URI foreign : List.of(URI.create("https://evil.example/s/items/5/lineitem"), uri("/other/items/5"),
                uri("/s/items"), uri("/s/items/../admin"), uri("/s/items/%2e%2e/admin"), uri("/s/itemsx/5"),
                URI.create(platform.origin().replace("127.0.0.1", "localhost") + "/s/items/5"),
                URI.create(platform.origin().replace("http://", "http://u@") + "/s/items/5"))) {
            assertThat(failed(grades.score(registration, claim, foreign, Score.finished("42", 1, 1), null)).kind())
                    .as(foreign.toString()).isEqualTo(Kind.FOREIGN_LINK);
            assertThat(failed(grades.read(registration, claim, foreign)).kind()).isEqualTo(Kind.FOREIGN_LINK);
        }
        on("POST /s/items?type_id=1", 201, "{\"id\":\"https://evil.example/1\",\"label\":\"x\",\"scoreMaximum\":1}");
        assertThat(failed(grades.create(registration, claim, LineItem.named("x", 1, "q", null))).kind())
                .isEqualTo(Kind.FOREIGN_LINK);
        assertThat(asked).hasSize(1);
    }

    @Tag("AGS-19")
    @Test
    void failures_say_what_helps_and_a_stale_token_is_renewed_once() {
        String line = "GET /s/items/5/lineitem?type_id=1";
        for (var expected : Map.of(403, Kind.FORBIDDEN, 404, Kind.NOT_FOUND, 500, Kind.PLATFORM_ERROR, 302,
                Kind.UNEXPECTED_ANSWER, 409, Kind.CONFLICT).entrySet()) {
            on(line, expected.getKey(), "");
            assertThat(failed(grades.read(registration, claim, claim.lineItem())).kind())
                    .isEqualTo(expected.getValue());
        }
        answers.put(line, new Answer(429, "", Map.of("Retry-After", "17")));
        assertThat(failed(grades.read(registration, claim, claim.lineItem()))).satisfies(f -> {
            assertThat(f.temporary()).isTrue();
            assertThat(f.retryAfter()).hasSeconds(17);
        });
        for (String no : List.of("", "[]", "<html>", "{}", "{\"id\":\"javascript:x\"}")) {
            on(line, 200, no);
            assertThat(failed(grades.read(registration, claim, claim.lineItem())).kind())
                    .isEqualTo(Kind.UNEXPECTED_ANSWER);
        }
        on(line, 200, item("/s/items/5/lineitem", ""));
        revoked = "t-" + tokensGiven.get();
        done(grades.read(registration, claim, claim.lineItem()));
        on("GET /s/items?type_id=1", 200, "{\"not\":\"an array\"}");
        assertThat(failed(grades.lineItems(registration, claim, LineItemQuery.ALL)).kind())
                .isEqualTo(Kind.UNEXPECTED_ANSWER);
        answers.put("GET /s/items?type_id=1", new Answer(200, "[]",
                Map.of("Link", "<https://evil.example/next>; rel=\"next\"")));
        assertThat(failed(grades.lineItems(registration, claim, LineItemQuery.ALL)).kind())
                .isEqualTo(Kind.FOREIGN_LINK);
    }

    @Tag("AGS-04")
    @Test
    void an_item_without_label_or_maximum_cannot_be_made() {
        assertThatThrownBy(() -> LineItem.named(" ", 1, "q", null)).isInstanceOf(IllegalArgumentException.class);
        for (double no : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> LineItem.named("x", no, "q", null)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
