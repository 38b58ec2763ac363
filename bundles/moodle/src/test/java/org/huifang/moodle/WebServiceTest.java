// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.felix.hc.api.Result;
import org.huifang.api.archive.Fact;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServiceTest {
    private static final String COMPLETION = "core_completion_get_activities_completion_status";
    private final Campus campus = new Campus();
    private final MoodleServer server = campus.server;

    @AfterEach
    void close() {
        campus.close();
    }

    private static String completed(long person, long module) {
        return Campus.event("\\core\\event\\course_module_completion_updated", 8, person, 1, module,
                "{\"completionstate\":1}");
    }

    private Settings settings(Map<String, Object> lines) {
        return (Settings) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Settings.class},
                (proxy, method, arguments) -> lines.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private FollowLog follow(Map<String, Object> lines) {
        return new FollowLog(campus.platforms(), campus.store, campus.archive.archive(), new Asides(null, null),
                campus, settings(lines));
    }

    @Test
    void people_are_asked_for_together_and_the_token_is_in_no_address_and_no_header() {
        var moodle = new Moodle(new WebService(server.door(), campus), ZoneOffset.UTC);
        assertThat(moodle.people(LongStream.range(100, 230).boxed().toList())).isInstanceOfSatisfying(
                Answer.Given.class, given -> assertThat((Map<?, ?>) given.value()).hasSize(130));
        assertThat(server.got).hasSize(2).allSatisfy(got -> {
            assertThat(got.uri() + got.headers()).doesNotContain(MoodleServer.TOKEN);
            assertThat(got.form()).containsEntry("wstoken", MoodleServer.TOKEN).containsEntry("field", "id");
        });
        assertThat(server.door().toString()).doesNotContain(MoodleServer.TOKEN);
    }

    @Test
    void a_failure_with_status_200_is_one_and_what_is_refused_to_the_token_is_not_asked_again_at_once() {
        var service = new WebService(server.door(), campus);
        server.functions.put(COMPLETION, form -> MoodleServer.failure("notenrolled"));
        assertThat(service.call(COMPLETION, Map.of())).isEqualTo(new Answer.Refused<>("notenrolled"));
        assertThat(service.call(COMPLETION, Map.of())).isEqualTo(new Answer.Refused<>("notenrolled"));
        assertThat(server.got).hasSize(2);
        assertThat(service.call("core_unknown", Map.of())).isEqualTo(new Answer.Refused<>("accessexception"));
        assertThat(service.call("core_unknown", Map.of())).isEqualTo(new Answer.Refused<>("accessexception"));
        assertThat(server.got).hasSize(3);
        campus.pass(Duration.ofMinutes(5));
        service.call("core_unknown", Map.of());
        assertThat(server.got).hasSize(4);
    }

    @Test
    void a_service_that_asks_for_rest_is_left_alone_for_so_long_and_one_that_fails_for_longer_and_longer() {
        var service = new WebService(server.door(), campus);
        server.status = 429;
        server.retryAfter = "90";
        assertThat(service.call(COMPLETION, Map.of())).isInstanceOf(Answer.Later.class);
        campus.pass(Duration.ofSeconds(89));
        assertThat(service.call(COMPLETION, Map.of())).isInstanceOf(Answer.Later.class);
        assertThat(server.got).hasSize(1);
        campus.pass(Duration.ofSeconds(1));
        server.status = 503;
        server.retryAfter = "";
        service.call(COMPLETION, Map.of());
        campus.pass(Duration.ofSeconds(179));
        service.call(COMPLETION, Map.of());
        assertThat(server.got).as("twice as long as before").hasSize(2);
        campus.pass(Duration.ofSeconds(1));
        server.status = 200;
        assertThat(service.call(COMPLETION, Map.of())).isInstanceOf(Answer.Given.class);
    }

    @Test
    void while_moodle_is_away_the_log_waits_where_it_needs_it_and_a_refusal_for_one_person_holds_up_nobody()
            throws Exception {
        Source source = campus.source();
        campus.happened(completed(21, 11));
        Campus.readAll(source);
        campus.recorded();
        server.functions.put(COMPLETION, form -> "22".equals(form.get("userid"))
                ? MoodleServer.failure("notenrolled")
                : MoodleServer.failure("sitemaintenance"));
        campus.happened(Campus.event("\\core\\event\\course_completed", 8, 21, 1, 8, ""), completed(22, 11),
                completed(21, 12), Campus.event("\\core\\event\\course_completed", 8, 22, 1, 8, ""));
        Campus.readAll(source);
        assertThat(source.trouble()).contains("sitemaintenance");
        server.functions.put(COMPLETION, form -> "22".equals(form.get("userid"))
                ? MoodleServer.failure("notenrolled")
                : "{\"statuses\":[]}");
        campus.pass(Duration.ofMinutes(5));
        Campus.readAll(source);
        List<Fact> facts = campus.recorded();
        assertThat(source.trouble()).isNull();
        assertThat(facts.stream().filter(Fact.CourseFinished.class::isInstance)).hasSize(2);
        assertThat(facts.stream().filter(Fact.LessonCompleted.class::isInstance)).hasSize(1);
        assertThat(campus.counted)
                .containsEntry("moodle:core\\event\\course_module_completion_updated (notenrolled)", 1L);
    }

    @Test
    void health_says_how_far_it_is_behind_what_the_service_lacks_and_which_line_is_wrong() throws Exception {
        campus.happened(Campus.enrolled(8, 21), Campus.enrolled(8, 22));
        server.functions.remove("gradereport_user_get_grade_items");
        var follow = follow(Map.of("tenant", "school", "issuer", campus.platform.issuer(), "url", campus.log.url(),
                "user", campus.log.user(), "password", campus.log.password(), "service",
                server.door().address().toString(), "token", MoodleServer.TOKEN));
        Result before = follow.execute();
        assertThat(before.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(before.toString()).contains("2 rows", "gradereport_user_get_grade_items");
        assertThat(follow.run()).isFalse();
        assertThat(follow.execute().toString()).contains("0 rows", "2026-03-04T04:53:20Z");

        Result wrong = follow(Map.of("issuer", "https://moodle.example", "url", "jdbc:mysql://secret:word@db/log"))
                .execute();
        assertThat(wrong.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(wrong.toString()).contains("url: write it as jdbc:postgresql:").doesNotContain("secret");
        Result away = follow(Map.of("tenant", "school", "issuer", campus.platform.issuer(), "url",
                "jdbc:postgresql://127.0.0.1:1/log", "password", "s3cret-word")).execute();
        assertThat(away.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(away.toString()).doesNotContain("s3cret-word");
        assertThat(follow(Map.of("tenant", "other", "issuer", "https://moodle.example", "url", campus.log.url()))
                .execute().toString()).contains("No platform is registered");
    }

    @Test
    void a_message_is_put_into_the_inbox_of_its_moodle_once_and_a_refusal_names_nobody() {
        var channel = new LmsChannel();
        channel.add(new MoodlePost(campus.platforms(), campus.store, campus,
                settings(Map.of("tenant", "school", "issuer", campus.platform.issuer(), "service",
                        server.door().address().toString(), "token", MoodleServer.TOKEN, "messages", true))));
        server.functions.put(MoodlePost.FUNCTION, form -> "66".equals(form.get("messages[0][touserid]"))
                ? "[{\"msgid\":-1,\"errormessage\":\"You are not allowed to message Li Ming\"}]"
                : "[{\"msgid\":501}]");
        assertThat(channel.ready()).isTrue();
        String inbox = "platform:" + campus.platform.id() + " ";
        assertThat(channel.send(message("m1", inbox + "21"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(channel.send(message("m1", inbox + "21"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(server.got).singleElement().satisfies(got -> assertThat(got.form())
                .containsEntry("messages[0][text]", "Hello\n\nHow is it going?")
                .containsEntry("messages[0][touserid]", "21").containsEntry("messages[0][textformat]", "2"));
        assertThat(channel.send(message("m2", inbox + "66"))).isInstanceOfSatisfying(Receipt.Refused.class,
                refused -> assertThat(refused.why()).doesNotContain("Li Ming"));
        assertThat(channel.send(message("m3", "platform:" + UUID.randomUUID() + " 21")))
                .isInstanceOf(Receipt.Refused.class);
        server.functions.remove(MoodlePost.FUNCTION);
        assertThat(channel.send(message("m4", inbox + "21"))).as("an admin can mend it")
                .isInstanceOf(Receipt.Later.class);
        campus.pass(Duration.ofMinutes(5));
        server.status = 503;
        assertThat(channel.send(message("m5", inbox + "22"))).isInstanceOf(Receipt.Later.class);
    }

    private static Message message(String key, String to) {
        return new Message(Campus.SCHOOL, key + "-" + to, UUID.randomUUID(), to, "en", "Hello", "How is it going?");
    }
}
