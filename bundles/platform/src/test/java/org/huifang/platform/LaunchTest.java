// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.Launch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
    private static final List<String> TEACHER = List
            .of("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor");
    private static final List<String> LEARNER = List.of("Learner");
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;
    private final Browser browser = new Browser(tool);

    @Tag("CV-01")
    @Test
    void an_instructor_lands_in_the_course_with_a_launch_of_their_own() {
        HttpResponse<String> answer = browser.launch(campus, "teacher", TEACHER);

        assertThat(answer.statusCode()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).matches("/l/[\\w-]{22}/course/[0-9a-f-]{36}");
        String id = location.split("/")[2];
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(c -> assertThat(c).startsWith("l-" + id + "=")
                .contains("Path=/", "HttpOnly", "Secure", "SameSite=None", "Partitioned", "Max-Age=28800"));
        Launch launch = tool.launches.find(id, browser.cookies.get("l-" + id)).orElseThrow();
        assertThat(launch.roles()).containsExactly(Role.INSTRUCTOR);
        assertThat(launch.displayName()).isEqualTo("陈晓");
        assertThat(launch.frameOrigin()).isEqualTo(campus.issuer());
        assertThat(location).endsWith(String.valueOf(launch.course()));
        assertThat(tool.archive.facts()).hasSize(2).anySatisfy(f -> assertThat(f).isInstanceOfSatisfying(
                Fact.Launched.class, l -> assertThat(l.role()).isEqualTo(CourseRole.INSTRUCTOR)))
                .anySatisfy(f -> assertThat(f).isInstanceOfSatisfying(Fact.CourseDescribed.class,
                        d -> assertThat(d.title()).isEqualTo("Statistics 101")));
        assertThat(tool.woken).containsExactly(SyncRosters.NAME);
    }

    @Tag("CV-01")
    @Test
    void a_learner_lands_on_the_own_page_and_the_course_is_not_described_again() {
        browser.launch(campus, "teacher", TEACHER);
        HttpResponse<String> answer = browser.launch(campus, "learner", LEARNER);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/l/[\\w-]{22}/me");
        assertThat(tool.archive.facts()).filteredOn(Fact.CourseDescribed.class::isInstance).hasSize(1);
        assertThat(tool.woken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
            "http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin", "urn:nobody:knows", "Mentor",
            "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant"})
    void other_roles_open_with_least_privilege(String role) {
        HttpResponse<String> answer = browser.launch(campus, "somebody", List.of(role));
        String id = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*[?]l=|&.*", "");
        assertThat(tool.launches.find(id, browser.cookies.get("l-" + id)).orElseThrow().roles()).isEmpty();
    }

    @Tag("A13")
    @Test
    void a_launch_belongs_to_its_secret_its_time_and_an_enabled_registration() throws Exception {
        String location = browser.launch(campus, "teacher", TEACHER).headers().firstValue("Location").orElseThrow();
        String id = location.split("/")[2];
        String secret = browser.cookies.get("l-" + id);

        assertThat(tool.launches.find(id, secret)).isPresent();
        assertThat(tool.launches.find(id, "another")).isEmpty();
        assertThat(tool.launches.find("x'\0", secret)).isEmpty();
        assertThat(tool.launches.frameOrigin(id)).contains(campus.issuer());
        tool.database.execute("update platform.registration set enabled = false");
        assertThat(tool.launches.find(id, secret)).isEmpty();
        tool.database.execute("update platform.registration set enabled = true");
        tool.pass(Duration.ofHours(9));
        assertThat(tool.launches.find(id, secret)).isEmpty();
        new ForgetExpired(tool.store, tool.clock, tool.sessions).run();
        assertThat(tool.count("launch") + tool.count("login")).isZero();
    }

    @Tag("A2")
    @Test
    void of_fifty_replays_at_once_one_wins_and_none_after_a_restart() throws Exception {
        Map<String, String> asked = browser.login(campus);
        Map<String, String> kept = Map.copyOf(browser.cookies);
        String token = campus.sign(campus.claims(asked.get("nonce"), tool.now, "learner", LEARNER));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> all = Stream.<Callable<Integer>>generate(() -> () -> {
                Browser copy = new Browser(tool);
                copy.cookies.putAll(kept);
                return copy.launch(asked, token).statusCode();
            }).limit(50).toList();
            var statuses = threads.invokeAll(all).stream().map(f -> f.resultNow())
                    .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(303, 1L, 403, 49L));
        }
        tool.restart();
        Browser later = new Browser(tool);
        later.cookies.putAll(kept);
        assertThat(later.launch(asked, token).statusCode()).isEqualTo(403);
        assertThat(Set.copyOf(tool.reasons())).containsExactly("nonce_replayed");
        assertThat(tool.count("launch")).isEqualTo(1);
        assertThat(tool.archive.deliveries).hasSize(1);
    }

    @Tag("A1")
    @Test
    void a_state_of_another_browser_is_refused_and_stores_nothing() {
        Map<String, String> asked = browser.login(campus);
        String token = campus.sign(campus.claims(asked.get("nonce"), tool.now, "learner", LEARNER));
        Browser thief = new Browser(tool);
        assertThat(thief.launch(asked, token).statusCode()).isEqualTo(403);
        thief.login(campus);
        assertThat(thief.launch(asked, token).statusCode()).isEqualTo(403);
        assertThat(tool.reasons()).containsExactly("state_foreign", "state_foreign");
        assertThat(tool.archive.deliveries).isEmpty();
        assertThat(browser.launch(asked, token).statusCode()).isEqualTo(303);
    }

    @Tag("A3")
    @Test
    void a_flood_of_unsigned_launches_leaves_the_stores_as_they_were() throws Exception {
        Map<String, String> asked = browser.login(campus);
        String forged = "eyJhbGciOiJub25lIiwia2lkIjoieCJ9.e30.";
        tool.database.execute("select setval('platform.refusal_slot', 4990)");
        for (int i = 0; i < 200; i++) {
            assertThat(browser.launch(asked, forged).statusCode()).isEqualTo(403);
            browser.launch(Map.of("state", "s" + i), forged);
        }
        assertThat(tool.count("login")).isEqualTo(1);
        assertThat(tool.count("launch")).isZero();
        tool.database.execute("select setval('platform.refusal_slot', 9995)");
        long before = tool.count("refusal");
        browser.launch(asked, forged);
        assertThat(tool.count("refusal")).isEqualTo(before);
        assertThat(tool.archive.deliveries).isEmpty();
    }

    @Tag("A13")
    @Test
    void a_preview_user_is_shown_the_page_and_counts_nowhere() {
        HttpResponse<String> answer = browser.launch(campus, "preview",
                List.of("Learner", "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(tool.archive.deliveries).isEmpty();
    }

    @Tag("A9")
    @Test
    void the_other_tenant_sees_neither_platform_nor_launch() {
        browser.launch(campus, "teacher", TEACHER);
        TenantId other = new TenantId("other");
        assertThat(tool.platforms.all(other)).isEmpty();
        List<Integer> seen = tool.store.of(other, sql -> sql.list("select 1 from platform.launch", r -> 1));
        assertThat(seen).isEmpty();
        assertThat(tool.platforms.all(TenantId.DEFAULT)).hasSize(1);
    }
}
