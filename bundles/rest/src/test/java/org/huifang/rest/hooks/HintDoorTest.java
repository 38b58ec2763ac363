// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.RosterHints;
import org.huifang.rest.Behind;
import org.huifang.rest.hooks.Sender.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hooks that show a token and sign nothing are hints. */
class HintDoorTest {
    private static final Instant NOW = Instant.parse("2026-09-07T10:00:00Z");
    private static final String TOKEN = new String(Recorded.TOKEN, StandardCharsets.US_ASCII);
    /** As Moodle's plugin sends it. */
    private static final String MOODLE = """
        {"eventname": "\\\\core\\\\event\\\\user_enrolment_created", "courseid": "5", "userid": 2, "relateduserid": 17,
         "contextid": 31, "host": "moodle.example", "token": "%s", "other": {"enrol": "manual"}}""";

    private record Hinted(TenantId tenant, UUID platform, Set<String> courses, Set<String> people) {}

    private final Recorded recorded = new Recorded();
    private final List<Hinted> hinted = new ArrayList<>();
    private final RosterHints rosters = (tenant, platform, courses, people) -> {
        hinted.add(new Hinted(tenant, platform, courses, people));
        return courses.size();
    };
    private final Behind behind = new Behind();
    private final HooksServlet servlet = new HooksServlet(() -> NOW, new Aside(), new HintDoor(rosters), behind);

    @BeforeEach
    void bind() {
        behind.bindArchive(recorded.archive());
        behind.bindSources(Recorded.sources());
    }

    private Answer send(String header, String value, String body) throws Exception {
        var sender = new Sender(Recorded.KEY);
        sender.path = "/plugin";
        sender.headers.put(header, value);
        return sender.send(servlet, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Huifang-Token", "Authorization", "in the body"})
    void a_hook_with_the_token_has_the_rosters_read_and_records_nothing(String header) throws Exception {
        boolean inBody = header.equals("in the body");
        Answer answer = send(inBody ? "Accept" : header, header.equals("Authorization") ? "Bearer " + TOKEN : TOKEN,
                MOODLE.formatted(inBody ? TOKEN : ""));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(hinted).containsExactly(new Hinted(new TenantId("school"), Recorded.PLATFORM, Set.of("5", "31"),
                Set.of("2", "17")));
        assertThat(recorded.deliveries).isEmpty();
    }

    @Test
    void ids_are_found_in_nested_objects_and_in_forms() throws Exception {
        assertThat(send("X-Huifang-Token", TOKEN, """
            {"data": [{"course": {"id": "c-9", "title": "x"}, "user": {"id": 4}}]}""").status()).isEqualTo(202);
        var form = new Sender(Recorded.KEY);
        form.path = "/plugin";
        form.headers.put("X-Huifang-Token", TOKEN);
        form.headers.put("Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.send(servlet, "course_id=course-v1%3AX%2BY&user_id=4&mode=audit").status()).isEqualTo(202);
        assertThat(hinted).extracting(Hinted::courses).containsExactly(Set.of("c-9"), Set.of("course-v1:X+Y"));
        assertThat(hinted).extracting(Hinted::people).containsExactly(Set.of("4"), Set.of("4"));
    }

    @Test
    @Tag("A18")
    void a_wrong_token_an_unknown_source_and_a_token_for_one_that_signs_look_alike() throws Exception {
        Answer wrong = send("X-Huifang-Token", "hft_wrong", "{}");
        assertThat(wrong.status()).isEqualTo(401);
        for (String path : List.of("/stranger", "/demo")) {
            var sender = new Sender(Recorded.KEY);
            sender.path = path;
            sender.headers.put("X-Huifang-Token", TOKEN);
            assertThat(sender.send(servlet, "{}")).isEqualTo(wrong);
        }
        assertThat(hinted).isEmpty();
    }

    @Test
    @Tag("A18")
    void what_is_signed_for_a_source_with_a_token_is_not_believed() throws Exception {
        var sender = new Sender(Recorded.TOKEN).sign("m", NOW, "{}");
        sender.path = "/plugin";
        assertThat(sender.send(servlet, "{}").status()).isEqualTo(401);
        assertThat(hinted).isEmpty();
    }
}
