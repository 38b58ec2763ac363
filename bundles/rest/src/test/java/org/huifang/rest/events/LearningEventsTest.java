// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.huifang.archive.RealArchive;
import org.huifang.events.EventStore;
import org.huifang.events.StoredStatements;
import org.huifang.events.StoredUnmapped;
import org.huifang.persistence.testing.TestDatabase;
import org.huifang.rest.Behind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learning events over HTTP into the real archive. */
class LearningEventsTest {
    private static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final RealArchive REAL = new RealArchive(DATABASE);
    private static final LearnerArchive ARCHIVE = REAL.archive();
    private static final EventStore STORE = new EventStore(DATABASE);
    private static final StoredUnmapped UNMAPPED = new StoredUnmapped(STORE, () -> NOW);
    private static final UUID PLATFORM = new UUID(7, 7);
    private static final String SOURCE = "platform:" + PLATFORM;
    private static final CourseKey COURSE = new CourseKey(SOURCE, "5");
    private static final PersonKey PERSON = new PersonKey(SOURCE, "17");
    private static final String SECRET = ".0123456789abcdef0123456789abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Behind BEHIND = new Behind();
    private static Server server;
    private static int schools;

    private String school;

    @BeforeAll
    static void start() throws Exception {
        BEHIND.bindSources(new Sources());
        BEHIND.bindArchive(ARCHIVE);
        BEHIND.bindUnmapped(UNMAPPED);
        BEHIND.bindStatements(new StoredStatements(STORE, () -> NOW));
        BEHIND.bindSigned(LearningEventsTest::opened);
        var door = new Door(BEHIND);
        var handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(new CaliperServlet(door, () -> NOW)), "/events/caliper");
        handler.addServlet(new ServletHolder(new XapiServlet(door, () -> NOW)), "/xapi/*");
        handler.addServlet(new ServletHolder(new CanvasServlet(door, () -> NOW)),
                "/events/canvas/*");
        server = new Server(0);
        server.setHandler(handler);
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
        REAL.close();
        DATABASE.close();
    }

    /** Whether Instructure signed it is checked elsewhere; here a dot before the payload says that it did. */
    private static Optional<String> opened(String token) {
        return token.startsWith(".")
                ? Optional.of(new String(Base64.getUrlDecoder().decode(token.substring(1)), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @BeforeEach
    void anotherSchool() {
        school = "school-" + schools++;
    }

    private HttpRequest.Builder to(String path) {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json").header("X-Experience-API-Version", "1.0.3")
                .header("Authorization", "Bearer hft_" + school + SECRET);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String method, String body)
            throws Exception {
        return HTTP.send(request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int caliper(String... events) throws Exception {
        return send(to("/events/caliper"), "POST", envelope("v1p2", events)).statusCode();
    }

    private static String envelope(String version, String... events) {
        return """
            {"sensor": "https://moodle.example/sensor", "sendTime": "2026-09-30T09:59:00.000Z",
             "dataVersion": "http://purl.imsglobal.org/ctx/caliper/%s", "data": [%s]}"""
                .formatted(version, String.join(",", events));
    }

    /** The newest first. */
    private List<Fact> facts() {
        var all = new ArrayList<Fact>();
        String cursor = "";
        for (var tail = ARCHIVE.tail(cursor, 1_000);; tail = ARCHIVE.tail(tail.cursor(), 1_000)) {
            tail.entries().stream().filter(entry -> entry.tenant().value().equals(school)).map(TimelineEntry::fact)
                    .forEach(all::add);
            if (!tail.more()) {
                return all;
            }
        }
    }

    private static String graded(String id, String given) {
        return """
            {"@context": "http://purl.imsglobal.org/ctx/caliper/v1p1", "id": "urn:uuid:%s", "type": "GradeEvent",
             "actor": {"id": "https://moodle.example", "type": "SoftwareApplication"}, "action": "Graded",
             "object": {"id": "https://moodle.example/attempt/1", "type": "Attempt",
               "assignee": {"id": "https://moodle.example/user/view.php?id=17", "type": "Person"},
               "assignable": {"id": "https://moodle.example/quiz/3", "type": "Assessment", "name": "单元测验"}},
             "generated": {"type": "Score", "scoreGiven": %s, "maxScore": 20},
             "group": {"id": "https://moodle.example/course/view.php?id=5", "type": "CourseSection"},
             "eventTime": "2026-09-30T09:00:00.000Z"}""".formatted(id, given);
    }

    @Test
    void a_grade_by_caliper_is_a_test_taken_once_however_often_it_comes() throws Exception {
        String event = graded("0b1a6b4c-0000-4000-8000-000000000001", "15");
        assertThat(caliper(event)).isEqualTo(200);
        assertThat(caliper(event, graded("0b1a6b4c-0000-4000-8000-000000000002", "11.8"))).isEqualTo(200);
        assertThat(send(to("/events/caliper"), "POST", envelope("v1p1", event)).statusCode()).isEqualTo(200);
        Instant at = Instant.parse("2026-09-30T09:00:00Z");
        assertThat(facts()).containsExactlyInAnyOrder(new Fact.TestTaken(COURSE, PERSON, "单元测验", 75, true, at),
                new Fact.TestTaken(COURSE, PERSON, "单元测验", 59, false, at));
    }

    @Test
    void an_event_waits_while_the_archive_is_updated() throws Exception {
        BEHIND.unbindArchive(ARCHIVE);
        var sending = HTTP.sendAsync(to("/events/caliper").POST(HttpRequest.BodyPublishers.ofString(
                envelope("v1p2", graded("late", "15")))).build(), HttpResponse.BodyHandlers.ofString());
        BEHIND.bindArchive(ARCHIVE);
        assertThat(sending.join().statusCode()).isEqualTo(200);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void progress_and_the_end_of_a_course_are_kept_with_the_ids_of_the_launch() throws Exception {
        String session = """
            "federatedSession": {"type": "LtiSession", "messageParameters": {"sub": "17",
              "https://purl.imsglobal.org/spec/lti/claim/context": {"id": "5"}}}""";
        assertThat(caliper("""
            {"id": "urn:uuid:1", "type": "ToolUseEvent", "action": "Used", "actor": {"id": "urn:x:user:zzz"},
             "object": {"id": "https://t.example/unit/2", "name": "第二课"}, "eventTime": "2026-09-30T09:00:00Z", %s,
             "generated": {"type": "AggregateMeasureCollection", "items": [{"metric": "StepsCompleted", "metricValue": 1,
               "metricValueMax": 1}, {"metric": "UnitsCompleted", "metricValue": 2, "metricValueMax": 5}]}}"""
                .formatted(session), """
            {"id": "urn:uuid:2", "type": "Event", "action": "Completed", "eventTime": "2026-09-30T09:30:00Z",
             "actor": {"id": "urn:x:user:zzz", "otherIdentifiers": [{"type": "SystemIdentifier",
               "identifierType": "LtiUserId", "identifier": "17"}]},
             "object": {"id": "https://moodle.example/course/view.php?id=5", "type": "CourseOffering"}}"""))
                .isEqualTo(200);
        assertThat(facts()).containsExactlyInAnyOrder(
                new Fact.LessonCompleted(COURSE, PERSON, "第二课", 40, Instant.parse("2026-09-30T09:00:00Z")),
                new Fact.CourseFinished(COURSE, PERSON, Instant.parse("2026-09-30T09:30:00Z")));
    }

    @Test
    void what_no_file_keeps_is_counted_by_its_kind() throws Exception {
        String navigated = """
            {"id": "urn:uuid:9", "type": "NavigationEvent", "action": "NavigatedTo", "actor": "https://x/17",
             "object": "https://x/page", "eventTime": "2026-09-30T09:00:00Z"}""";
        assertThat(caliper(navigated, navigated, "{\"id\": \"https://x/17\", \"type\": \"Person\"}")).isEqualTo(200);
        assertThat(facts()).isEmpty();
        assertThat(UNMAPPED.counts(new TenantId(school))).extracting(c -> c.type() + " " + c.times())
                .containsExactly("caliper:NavigationEvent/NavigatedTo 2", "caliper:entity/Person 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ | 400", "[] | 422", "{\"sensor\":\"x\"} | 422",
            "{\"sensor\":\"x\",\"sendTime\":\"2026-09-30T09:00:00Z\",\"dataVersion\":\"http://purl.imsglobal.org/ctx/caliper/v9\",\"data\":[{}]} | 422",
            "{\"sensor\":\"x\",\"sendTime\":\"2026-09-30T09:00:00Z\",\"dataVersion\":\"http://purl.imsglobal.org/ctx/caliper/v1p2\",\"data\":[]} | 422"})
    void a_malformed_envelope_is_refused_with_its_status(String body, int status) throws Exception {
        assertThat(send(to("/events/caliper"), "POST", body).statusCode()).isEqualTo(status);
    }

    @Test
    void one_event_that_does_not_do_spoils_its_envelope_and_is_named() throws Exception {
        var answer = send(to("/events/caliper"), "POST", envelope("v1p2", graded("a", "15"),
                graded("b", "15").replace("2026-09-30T09:00:00.000Z", "yesterday")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("/data/1/eventTime");
        assertThat(facts()).isEmpty();
    }

    @Test
    void who_shows_no_token_or_another_or_sends_too_much_or_no_json_is_refused() throws Exception {
        assertThat(send(to("/events/caliper").setHeader("Authorization", "Bearer hft_" + school + ".wrong" + SECRET),
                "POST", "{}").statusCode()).isEqualTo(401);
        assertThat(send(to("/events/caliper").setHeader("Authorization", "Bearer hft_signs" + SECRET), "POST", "{}")
                .statusCode()).isEqualTo(401);
        assertThat(send(to("/events/caliper").setHeader("Content-Type", "text/plain"), "POST", "{}").statusCode())
                .isEqualTo(415);
        assertThat(send(to("/events/caliper"), "POST", " ".repeat(Door.MOST_BYTES + 1)).statusCode()).isEqualTo(413);
        assertThat(send(to("/events/caliper"), "GET", "").statusCode()).isEqualTo(405);
    }

    @Test
    @Tag("A5")
    void json_that_is_nested_too_deeply_or_says_a_field_twice_is_refused_before_it_is_built() throws Exception {
        for (String path : List.of("/events/caliper", "/xapi/statements")) {
            for (String bomb : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "{\"a\":1,\"a\":2}",
                    "{\"a\":" + "9".repeat(10_000) + "}")) {
                assertThat(send(to(path), "POST", bomb).statusCode()).as(path + " " + bomb.substring(0, 8))
                        .isEqualTo(400);
            }
        }
        assertThat(send(to("/xapi/statements"), "POST", "[" + "{},".repeat(Door.MOST_EVENTS) + "{}]").statusCode())
                .isEqualTo(422);
    }

    private static String statement(String id, String verb, String more) {
        return """
            {"id": "%s", "actor": {"name": "王小明", "account": {"homePage": "https://moodle.example", "name": "17"}},
             "verb": {"id": "http://adlnet.gov/expapi/verbs/%s"}, "timestamp": "2026-09-30T09:00:00Z",
             "context": {"contextActivities": {"grouping": [{"id": "https://moodle.example/course/view.php?id=5",
               "definition": {"type": "http://adlnet.gov/expapi/activities/course"}}]}},
             "object": {"id": "https://moodle.example/quiz/3", "definition": {"name": {"zh": "单元测验"}}}, %s}"""
                .formatted(id, verb, more);
    }

    @Test
    void statements_are_posted_several_at_once_and_their_ids_given_back() throws Exception {
        String one = UUID.randomUUID().toString();
        String two = UUID.randomUUID().toString();
        String three = UUID.randomUUID().toString();
        String body = "[" + statement(one, "passed", "\"result\": {\"score\": {\"scaled\": 0.8}}") + ","
                + statement(two, "progressed", "\"result\": {\"extensions\": "
                        + "{\"https://w3id.org/xapi/cmi5/result/extensions/progress\": 40}}")
                + "," + statement(three, "experienced", "\"version\": \"1.0.0\"") + "]";
        for (int time = 0; time < 2; time++) {
            var answer = send(to("/xapi/statements"), "POST", body);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("[\"" + one + "\",\"" + two + "\",\"" + three + "\"]");
            assertThat(answer.headers().firstValue("X-Experience-API-Consistent-Through")).isPresent();
        }
        Instant at = Instant.parse("2026-09-30T09:00:00Z");
        assertThat(facts()).containsExactlyInAnyOrder(new Fact.TestTaken(COURSE, PERSON, "单元测验", 80, true, at),
                new Fact.LessonCompleted(COURSE, PERSON, "单元测验", 40, at));
        assertThat(UNMAPPED.counts(new TenantId(school))).extracting(c -> c.type()).containsExactly("xapi:experienced");
    }

    @Test
    void a_statement_is_put_under_its_id_and_another_one_there_is_a_conflict() throws Exception {
        String id = UUID.randomUUID().toString();
        String path = "/xapi/statements?statementId=" + id;
        String failed = statement(id, "failed", "\"result\": {\"score\": {\"raw\": 3, \"max\": 10}}");
        var basic = Base64.getEncoder()
                .encodeToString(("moodle:hft_" + school + SECRET).getBytes(StandardCharsets.US_ASCII));
        assertThat(send(to(path).setHeader("Authorization", "Basic " + basic), "PUT", failed).statusCode())
                .isEqualTo(204);
        assertThat(send(to(path), "PUT", failed).statusCode()).isEqualTo(204);
        assertThat(send(to(path), "PUT", failed.replace(": 3", ": 9")).statusCode()).isEqualTo(409);
        assertThat(send(to("/xapi/statements?statementId=x"), "PUT", failed).statusCode()).isEqualTo(400);
        assertThat(facts()).hasSize(1);
    }

    @Test
    void enrolments_and_completions_of_a_course_are_kept() throws Exception {
        String course = """
            {"actor": {"name": "王小明", "mbox": "mailto:w@example.org"}, "verb": {"id": "http://x/verbs/%s"},
             "timestamp": "2026-09-30T09:00:00Z", "object": {"id": "http://lms/course/course-v1:X+Y+Z",
             "definition": {"type": "http://adlnet.gov/expapi/activities/course"}}}""";
        for (String verb : List.of("registered", "completed", "unregistered")) {
            assertThat(send(to("/xapi/statements"), "POST", course.formatted(verb)).statusCode()).isEqualTo(200);
        }
        assertThat(facts()).extracting(Fact::getClass).map(Class::getSimpleName)
                .containsExactlyInAnyOrder("Enrolled", "CourseFinished", "Left");
        assertThat(facts().getFirst()).isInstanceOfSatisfying(Fact.Enrolled.class,
                enrolled -> assertThat(enrolled.course().context()).isEqualTo("course-v1:X+Y+Z"));
    }

    private int canvas(String name, String account, String body) throws Exception {
        String payload = """
            {"metadata": {"event_name": "%s", "event_time": "2026-09-30T09:00:00.000Z", "root_account_uuid": "%s",
             "context_id": "210700000000005", "request_id": "r-1"}, "body": %s}""".formatted(name, account, body);
        return send(to("/events/canvas/canvas-" + school), "POST", "."
                + Base64.getUrlEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8))).statusCode();
    }

    @Test
    void events_of_a_canvas_data_stream_are_kept_once_when_they_are_of_the_account() throws Exception {
        String own = "hft_canvas-" + school + SECRET;
        String grade = """
            {"assignment_name": "单元测验", "student_id": "17", "score": 15.0, "points_possible": 20.0}""";
        assertThat(canvas("grade_change", own, grade)).isEqualTo(200);
        assertThat(canvas("grade_change", own, grade)).isEqualTo(200);
        assertThat(canvas("enrollment_created", own, """
            {"course_id": "210700000000005", "user_id": "17", "user_name": "王小明", "type": "StudentEnrollment",
             "workflow_state": "active"}""")).isEqualTo(200);
        assertThat(canvas("course_progress", own, """
            {"progress": {"requirement_count": 8, "requirement_completed_count": 2}, "user": {"id": "17"},
             "course": {"id": "210700000000005", "name": "Data"}}""")).isEqualTo(200);
        assertThat(canvas("logged_in", own, "{\"redirect_url\": \"x\"}")).isEqualTo(200);
        assertThat(canvas("grade_change", "another-account", grade)).isEqualTo(401);
        assertThat(send(to("/events/canvas/canvas-" + school), "POST", "not.signed.by-them").statusCode())
                .isEqualTo(401);
        school = "canvas-" + school;
        var course = new CourseKey(SOURCE, "210700000000005");
        Instant at = Instant.parse("2026-09-30T09:00:00Z");
        assertThat(facts()).hasSize(3).contains(new Fact.TestTaken(course, PERSON, "单元测验", 75, true, at),
                new Fact.LessonCompleted(course, PERSON, "Data", 25, at));
        assertThat(UNMAPPED.counts(new TenantId(school))).extracting(c -> c.type()).containsExactly("canvas:logged_in");
    }

    @Test
    void what_is_not_spoken_of_xapi_is_said() throws Exception {
        var about = send(to("/xapi/about").setHeader("Authorization", "none"), "GET", "");
        assertThat(about.body()).contains("1.0.3", "2.0.0");
        for (String path : List.of("/xapi/statements", "/xapi/activities/state?x=1", "/xapi/agents/profile")) {
            assertThat(send(to(path), "GET", "").statusCode()).isEqualTo(501);
        }
        assertThat(send(to("/xapi/statements").setHeader("X-Experience-API-Version", "0.9"), "POST", "[]")
                .statusCode()).isEqualTo(400);
    }

    /** Each name is a source of a school of its own. */
    private static final class Sources implements HookSources {
        @Override
        public Optional<HookSource> find(String name) {
            byte[] key = ("hft_" + name + SECRET).getBytes(StandardCharsets.US_ASCII);
            return Optional.of(new HookSource(new TenantId(name), name, PLATFORM, List.of(key),
                    name.startsWith("canvas-")
                            ? HookSource.Kind.CANVAS
                            : name.equals("signs") ? HookSource.Kind.SIGNED : HookSource.Kind.EVENTS));
        }

        @Override
        public List<String> names(TenantId tenant) {
            return List.of();
        }

        @Override
        public String add(TenantId tenant, String name, @Nullable UUID platform) {
            throw new AssertionError();
        }

        @Override
        public String rotate(TenantId tenant, String name) {
            throw new AssertionError();
        }
    }
}
