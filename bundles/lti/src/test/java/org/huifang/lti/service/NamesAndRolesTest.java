// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.lti.Context;
import org.huifang.lti.Power;
import org.huifang.lti.Registration;
import org.huifang.lti.Roles;
import org.huifang.lti.SettableClock;
import org.huifang.lti.TestPlatform;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamesAndRolesTest {
    private static final ToolKeys KEYS = ToolKeys.of(ToolKey.generate());
    private static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    /** One answer of the roster. */
    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    private final TestPlatform platform = new TestPlatform();
    private final Registration registration = platform.registration("r1", "client-1");
    private final SettableClock clock = new SettableClock();
    private final Egress egress = new Egress(EgressPolicy.allowing(platform.origin()));
    private final TokenClient tokens = new TokenClient(egress, () -> KEYS, clock);
    private final AtomicInteger tokensGiven = new AtomicInteger();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private volatile String revoked = "";
    private final List<RosterPage> pages = new ArrayList<>();

    NamesAndRolesTest() {
        platform.serve("/token", exchange -> TestPlatform.answer(exchange, 200, "application/json",
                "{\"access_token\":\"t-" + tokensGiven.incrementAndGet() + "\",\"expires_in\":3600}"));
        platform.serve("/nrps", this::roster);
    }

    private void roster(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        asked.add(uri);
        accepted.addAll(exchange.getRequestHeaders().get("Accept"));
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (("Bearer " + revoked).equals(token)) {
            TestPlatform.answer(exchange, 401, "text/plain", "");
            return;
        }
        Answer answer = answers.getOrDefault(uri, new Answer(404, "text/plain", "", Map.of()));
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        TestPlatform.answer(exchange, answer.status(), answer.type(), answer.body());
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private static String member(int id) {
        return "{\"user_id\":\"" + id + "\",\"roles\":[\"Learner\"],\"name\":\"N" + id + "\"}";
    }

    private static String container(String... members) {
        return "{\"id\":\"x\",\"context\":{\"id\":\"c-1\",\"label\":\"ALG\",\"title\":\"Algebra\"},\"members\":["
                + String.join(",", members) + "]}";
    }

    private void page(String uri, String body, String... link) {
        answers.put(uri, new Answer(200, TYPE, body, link.length == 0 ? Map.of() : Map.of("Link", link[0])));
    }

    private String link(String pathAndQuery, String relation) {
        return "<" + platform.origin() + pathAndQuery + ">; rel=\"" + relation + "\"";
    }

    private RosterResult read(String path, RosterQuery query, RosterRules rules) {
        return new NamesAndRoles(egress, tokens, rules, clock).read(registration, platform.uri(path), query,
                pages::add);
    }

    private RosterResult read(String path) {
        return read(path, new RosterQuery(0, null, null), RosterRules.STANDARD);
    }

    private ServiceFailure failed(RosterResult result) {
        assertThat(result).isInstanceOf(RosterResult.Failed.class);
        return ((RosterResult.Failed) result).failure();
    }

    private List<String> ids() {
        return pages.stream().flatMap(p -> p.members().stream()).map(Member::userId).toList();
    }

    @Test
    void the_accept_header_is_exactly_the_one_media_type() {
        page("/nrps", container(member(1)));
        assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(1, 1, null));
        assertThat(accepted).containsExactly(TYPE);
    }

    @Test
    void every_page_is_read_in_order_and_a_member_who_moved_between_pages_comes_once() {
        page("/nrps?limit=2", container(member(1), member(2)), link("/nrps?limit=2&from=2", "next"));
        page("/nrps?limit=2&from=2", container(member(2), member(3)),
                link("/nrps?x", "prev") + ", " + link("/nrps?limit=2&from=4", "next"));
        page("/nrps?limit=2&from=4", container(), link("/nrps?since=9", "differences"));
        assertThat(read("/nrps", new RosterQuery(2, null, null), RosterRules.STANDARD))
                .isEqualTo(new RosterResult.Complete(3, 3, platform.uri("/nrps?since=9")));
        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(pages).extracting(RosterPage::number).containsExactly(1, 2, 3);
        assertThat(pages.getFirst().context()).isEqualTo(new Context("c-1", "ALG", "Algebra", List.of()));
        assertThat(tokensGiven).hasValue(1);
    }

    @Test
    void next_links_are_found_however_they_are_quoted() {
        String next = "<" + platform.origin() + "/nrps?limit=1&amp;from=1>; ";
        for (String shape : List.of(next + "rel=“next”", next + "rel=next", next + "rel='next'",
                next + "rel=&quot;next&quot;",
                next + "REL=\"NEXT\"", next + "title=\"x\"; rel=\"foo next\"", next + "rel=&ldquo;next&rdquo;",
                "<" + platform.origin() + "/nrps?prev>; rel=\"prev\"," + next + "rel=\"next\"",
                "</nrps?limit=1&from=1>; rel=\"next\"")) {
            pages.clear();
            page("/nrps", container(member(1)), new String(shape.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    java.nio.charset.StandardCharsets.ISO_8859_1));
            page("/nrps?limit=1&from=1", container(member(2)));
            assertThat(read("/nrps")).as(shape).isEqualTo(new RosterResult.Complete(2, 2, null));
        }
    }

    @Test
    void another_relation_is_not_taken_for_next() {
        for (String shape : List.of("prev", "nextish", "not-next", "self")) {
            page("/nrps", container(member(1)), link("/nrps?2", shape));
            assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(1, 1, null));
        }
    }

    @Test
    void limit_role_and_link_go_behind_the_query_there_is_and_stay_on_later_pages() {
        String role = "role=http%3A%2F%2Fpurl.imsglobal.org%2Fvocab%2Flis%2Fv2%2Fmembership%23Learner";
        page("/nrps?course=7&limit=5&" + role + "&rlid=a+b", container(member(1)),
                link("/nrps?course=7&limit=5&from=5", "next"));
        page("/nrps?course=7&limit=5&from=5&" + role + "&rlid=a+b", container(member(2)));
        RosterQuery query = new RosterQuery(5, "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner", "a b");
        assertThat(read("/nrps?course=7", query, RosterRules.STANDARD))
                .isEqualTo(new RosterResult.Complete(2, 2, null));
    }

    @Test
    void a_next_link_to_another_origin_is_never_followed() {
        try (TestPlatform other = new TestPlatform()) {
            for (String foreign : List.of(other.origin() + "/nrps",
                    platform.origin().replace("http:", "https:") + "/nrps",
                    platform.origin().replace("127.0.0.1", "localhost") + "/nrps",
                    "http://x@" + platform.uri("").getAuthority() + "/nrps", "file:///etc/passwd",
                    "//evil.example/nrps",
                    "http://169.254.169.254/latest")) {
                page("/nrps", container(member(1)), "<" + foreign + ">; rel=\"next\"");
                assertThat(failed(read("/nrps")).kind()).as(foreign).isEqualTo(ServiceFailure.Kind.FOREIGN_LINK);
            }
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void pages_in_a_circle_too_many_pages_and_too_many_members_end_the_reading() {
        page("/nrps", container(member(1)), link("/nrps?2", "next"));
        page("/nrps?2", container(member(2)), link("/nrps", "next"));
        assertThat(failed(read("/nrps")).kind()).isEqualTo(ServiceFailure.Kind.TOO_MUCH);
        assertThat(asked).hasSize(2);

        page("/nrps?2", container(member(2)), link("/nrps?3", "next"));
        page("/nrps?3", container(member(3)));
        Duration time = Duration.ofSeconds(5);
        RosterQuery all = new RosterQuery(0, null, null);
        assertThat(failed(read("/nrps", all, new RosterRules(2, 100, 10_000, time))).kind())
                .isEqualTo(ServiceFailure.Kind.TOO_MUCH);
        assertThat(read("/nrps", all, new RosterRules(3, 100, 10_000, time)))
                .isEqualTo(new RosterResult.Complete(3, 3, null));
        assertThat(read("/nrps", all, new RosterRules(3, 2, 10_000, time)))
                .isInstanceOfSatisfying(RosterResult.Failed.class, f -> {
                    assertThat(f.failure().kind()).isEqualTo(ServiceFailure.Kind.TOO_MUCH);
                    assertThat(f.members()).isEqualTo(2);
                });
        assertThat(failed(read("/nrps", all, new RosterRules(3, 100, 50, time))).kind())
                .isEqualTo(ServiceFailure.Kind.UNREACHABLE);
    }

    @Test
    void a_token_that_ends_in_the_middle_is_renewed_once() {
        page("/nrps", container(member(1)), link("/nrps?2", "next"));
        page("/nrps?2", container(member(2)), link("/nrps?3", "next"));
        page("/nrps?3", container(member(3)));
        new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock).read(registration, platform.uri("/nrps"),
                new RosterQuery(0, null, null), page -> {
                    pages.add(page);
                    revoked = "t-1";
                });
        assertThat(ids()).containsExactly("1", "2", "3");
        assertThat(tokensGiven).hasValue(2);
        revoked = "t-2";
        page("/nrps", container(member(1)));
        assertThat(read("/nrps")).isInstanceOf(RosterResult.Complete.class);
    }

    @Test
    void a_platform_that_refuses_a_new_token_too_is_not_asked_for_ever() {
        answers.put("/nrps", new Answer(401, "text/plain", "", Map.of()));
        assertThat(failed(read("/nrps")).kind()).isEqualTo(ServiceFailure.Kind.UNAUTHORIZED);
        assertThat(asked).hasSize(2);
    }

    @Test
    void statuses_say_what_helps_and_retry_after_is_handed_over() {
        Map<Integer, ServiceFailure.Kind> kinds = Map.of(403, ServiceFailure.Kind.FORBIDDEN, 404,
                ServiceFailure.Kind.NOT_FOUND, 410, ServiceFailure.Kind.NOT_FOUND, 500,
                ServiceFailure.Kind.PLATFORM_ERROR,
                503, ServiceFailure.Kind.PLATFORM_ERROR, 400, ServiceFailure.Kind.UNEXPECTED_ANSWER, 302,
                ServiceFailure.Kind.UNEXPECTED_ANSWER, 202, ServiceFailure.Kind.UNEXPECTED_ANSWER);
        kinds.forEach((status, kind) -> {
            answers.put("/nrps", new Answer(status, "text/plain", "", Map.of("Location", platform.origin() + "/x")));
            assertThat(failed(read("/nrps")).kind()).as("%d", status).isEqualTo(kind);
        });
        for (String after : List.of("120", "Mon, 02 Mar 2026 08:02:00 GMT")) {
            answers.put("/nrps", new Answer(429, "text/plain", "", Map.of("Retry-After", after)));
            ServiceFailure failure = failed(read("/nrps"));
            assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.TOO_MANY_REQUESTS);
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(120));
            assertThat(failure.temporary()).isTrue();
        }
        answers.put("/nrps", new Answer(429, "text/plain", "", Map.of("Retry-After", "soon")));
        assertThat(failed(read("/nrps")).retryAfter()).isNull();
    }

    @Test
    void an_answer_of_another_type_or_no_json_is_refused() {
        for (Answer wrong : List.of(new Answer(200, "application/json", container(member(1)), Map.of()),
                new Answer(200, "text/html", "<html>log in</html>", Map.of()), new Answer(200, TYPE, "[]", Map.of()),
                new Answer(200, TYPE, "{\"members\":[", Map.of()))) {
            answers.put("/nrps", wrong);
            assertThat(failed(read("/nrps")).kind()).isEqualTo(ServiceFailure.Kind.UNEXPECTED_ANSWER);
        }
        assertThat(pages).isEmpty();
        answers.put("/nrps", new Answer(200, TYPE + "; charset=utf-8", container(member(1)), Map.of()));
        assertThat(read("/nrps")).isInstanceOf(RosterResult.Complete.class);
    }

    @Test
    void members_are_read_as_platforms_send_them() {
        page("/nrps", container(
                "{\"user_id\":\"1\",\"status\":\"Active\",\"name\":\"李伟\",\"given_name\":\"伟\",\"family_name\":\"李\","
                        + "\"email\":\"w@school.example\",\"lis_person_sourcedid\":\"sis-1\",\"picture\":\"https://p\","
                        + "\"roles\":[\"http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor\"]}",
                "{\"user_id\":2,\"status\":\"Inactive\",\"roles\":[\"Instructor\"]}",
                "{\"user_id\":\"3\",\"status\":\"Deleted\",\"roles\":\"Learner\"}",
                "{\"user_id\":\"4\",\"status\":\"Gone\",\"roles\":[\"urn:x\",7]}", "{\"name\":\"nobody\"}", "5",
                "null"));
        assertThat(read("/nrps")).isEqualTo(new RosterResult.Complete(4, 1, null));
        List<Member> members = pages.getFirst().members();
        assertThat(members.getFirst()).isEqualTo(new Member("1", Member.Status.ACTIVE,
                Roles.of(List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor")), "李伟", "伟", "李",
                "w@school.example", "https://p", "sis-1"));
        assertThat(members).extracting(Member::status).containsExactly(Member.Status.ACTIVE, Member.Status.INACTIVE,
                Member.Status.DELETED, Member.Status.INACTIVE);
        assertThat(members).extracting(m -> m.roles().power()).containsExactly(Power.INSTRUCTOR, Power.INSTRUCTOR,
                Power.LEARNER, Power.NONE);
        assertThat(members.get(1).name()).isNull();
        assertThat(members.toString()).doesNotContain("李", "school.example", "sis-1");
    }

    @Test
    void a_large_roster_goes_through_page_by_page() {
        int pageCount = 100;
        for (int p = 0; p < pageCount; p++) {
            int first = p * 1000;
            page("/nrps?page=" + p, container(IntStream.range(first, first + 1000).mapToObj(NamesAndRolesTest::member)
                    .collect(Collectors.joining(","))),
                    p + 1 < pageCount ? link("/nrps?page=" + (p + 1), "next") : link("/nrps?page=0", "first"));
        }
        AtomicInteger largest = new AtomicInteger();
        RosterResult result = new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock).read(registration,
                platform.uri("/nrps?page=0"), new RosterQuery(0, null, null),
                page -> largest.accumulateAndGet(page.members().size(), Math::max));
        assertThat(result).isEqualTo(new RosterResult.Complete(100_000, 100, null));
        assertThat(largest).hasValue(1000);
    }

    @Test
    void what_the_consumer_throws_goes_through_and_no_further_page_is_asked_for() {
        page("/nrps", container(member(1)), link("/nrps?2", "next"));
        assertThatThrownBy(() -> new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock).read(registration,
                platform.uri("/nrps"), new RosterQuery(0, null, null), page -> {
                    throw new IllegalStateException("full");
                })).isInstanceOf(IllegalStateException.class);
        assertThat(asked).containsExactly("/nrps");
    }
}
