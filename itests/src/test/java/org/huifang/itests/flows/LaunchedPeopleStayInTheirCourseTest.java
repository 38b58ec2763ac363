// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.itests.Chromium;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.PlatformPeer;
import org.huifang.itests.ToolClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Walks all views and all REST resources as people who came by a real launch: the demo's instructor and learners, beside
 * a course of another platform that is none of their business.
 */
class LaunchedPeopleStayInTheirCourseTest {
    private static final Pattern SHEET = Pattern.compile("/s/([A-Za-z0-9_-]{20,})\\?l=([A-Za-z0-9_-]+)");
    private static final Pattern COURSE = Pattern.compile("/l/([A-Za-z0-9_-]+)/course/([0-9a-f-]{36})");
    private static final Pattern ME = Pattern.compile("/l/([A-Za-z0-9_-]+)/me");
    private static final String NOT_YOURS = "This view is not yours to see";
    private static Distribution huifang;
    private static Chromium chromium;
    private static PlatformPeer platform;
    private static Map<String, Set<String>> views;
    private static Map<String, Set<String>> resources;
    /** The launch of another course's instructor, in another browser. */
    private static String foreignLaunch;
    private static String foreignCourse;
    private static String foreignLearner;

    @BeforeAll
    static void start() throws Exception {
        huifang = Distribution.start("demo");
        chromium = new Chromium();
        platform = new PlatformPeer();
        assertThat(huifang.command(platform.registration()).status()).isZero();
        var tool = new ToolClient(URI.create("http://localhost:" + huifang.port()), platform,
                HttpClient.newHttpClient());
        assertThat(tool.launch("elsewhere", "Learner", Instant.now()).statusCode()).isEqualTo(303);
        var landed = COURSE.matcher(tool.launch("teacher", "Instructor", Instant.now()).headers()
                .firstValue("location").orElseThrow());
        assertThat(landed.find()).isTrue();
        foreignLaunch = landed.group(1);
        foreignCourse = landed.group(2);
        foreignLearner = Database.text(huifang,
                "select learner::text from archive.identity_key where subject = 'elsewhere'");
        views = Doors.views(huifang);
        resources = Doors.resources(huifang, "root", Doors.account(huifang, "root", "admin"));
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
        chromium.close();
        huifang.close();
    }

    @Test
    void an_instructor_reaches_the_course_of_the_launch_and_nothing_else() {
        try (var campus = new Campus(huifang, chromium.browser(), "localhost", "").launch()) {
            var page = campus.page();
            var landed = inFrame(page, COURSE);
            var own = landed.group(2);
            var prefix = "/l/" + landed.group(1) + "/";
            assertThat(open(page, prefix + "course/" + own)).containsText("30 learners");
            for (var view : views.keySet()) {
                if (!view.equals("course")) {
                    assertThat(open(page, prefix + view)).containsText(NOT_YOURS);
                }
            }
            assertThat(own).isNotEqualTo(foreignCourse);
            assertThat(open(page, prefix + "course/" + foreignCourse))
                    .containsText("This is not the course that you opened");
            assertThat(open(page, prefix + "course/" + foreignCourse + "/learner/" + foreignLearner))
                    .containsText("This is not the course that you opened");
            assertThat(open(page, prefix + "course/" + own + "/learner/" + foreignLearner))
                    .containsText("This person is not a learner of this course");
            assertThat(page.locator("body")).not().containsText("Peer elsewhere");
            reachesNothingElse(page);
        }
    }

    @Test
    void a_link_smuggled_into_the_open_course_view_leads_to_no_other_view_either() {
        try (var campus = new Campus(huifang, chromium.browser(), "localhost", "").launch()) {
            var page = campus.page();
            var landed = inFrame(page, COURSE);
            var prefix = "/l/" + landed.group(1) + "/";
            open(page, prefix + "course/" + landed.group(2));
            for (var view : views.keySet()) {
                if (!view.equals("course")) {
                    assertThat(page.locator("main#content")).containsText("30 learners");
                    follow(page, prefix + view);
                    assertThat(page.locator("main#content")).containsText(NOT_YOURS);
                    follow(page, prefix + "course/" + landed.group(2));
                }
            }
            follow(page, prefix + "course/" + foreignCourse);
            assertThat(page.locator("main#content")).containsText("This is not the course that you opened");
            follow(page, "/l/" + foreignLaunch + "/course/" + foreignCourse);
            assertThat(page.locator("main#content")).containsText("This page is no longer open");
        }
    }

    @Test
    void a_learner_reaches_the_own_page_and_questionnaire_and_nobody_elses() {
        List<String> learners;
        try (var teacher = new Campus(huifang, chromium.browser(), "localhost", "")) {
            teacher.press("month");
            learners = teacher.learners();
        }
        try (var first = new Campus(huifang, chromium.browser(), "localhost", learners.getFirst()).launch();
                var second = new Campus(huifang, chromium.browser(), "localhost", learners.getLast()).launch()) {
            var page = first.page();
            var own = inFrame(page, ME).group(1);
            var others = inFrame(second.page(), ME).group(1);
            var name = name(own);
            var anothersName = name(others);
            assertThat(name).isNotEqualTo(anothersName);
            var prefix = "/l/" + own + "/";
            assertThat(open(page, prefix + "me")).containsText(name);
            assertThat(open(page, prefix + "me/" + learner(others))).containsText(name);
            assertThat(open(page, prefix + "me?learner=" + learner(others))).containsText(name);
            assertThat(page.locator("body")).not().containsText(anothersName);
            assertThat(open(page, "/l/" + others + "/me")).containsText("This page is no longer open");
            assertThat(page.locator("body")).not().containsText(anothersName);
            for (var view : views.keySet()) {
                if (!view.equals("me")) {
                    assertThat(open(page, prefix + view)).containsText(NOT_YOURS);
                }
            }
            var course = Database.text(huifang, "select course::text from platform.launch where id = '" + own + "'");
            assertThat(open(page, prefix + "course/" + course)).containsText(NOT_YOURS);
            var token = sheet(page, own);
            assertThat(sheet(second.page(), others)).as("each learner's questionnaire is their own")
                    .isNotEqualTo(token);
            assertThat(page.navigate(huifang.at("/s/" + token).toString()).status()).isEqualTo(200);
            var guessed = token.substring(1) + (token.endsWith("A") ? "B" : "A");
            assertThat(page.navigate(huifang.at("/s/" + guessed).toString()).status()).isEqualTo(404);
            reachesNothingElse(page);
        }
    }

    /** The token behind the first questionnaire that waits on a learner's own page. */
    private static String sheet(Page page, String launch) {
        var link = open(page, "/l/" + launch + "/me").locator("a[href^='/s/']").first();
        var found = SHEET.matcher(String.valueOf(link.getAttribute("href")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String learner(String launch) {
        return Database.text(huifang, "select learner::text from platform.launch where id = '" + launch + "'");
    }

    private static String name(String launch) {
        return Database.text(huifang, "select name from archive.learner where id = '" + learner(launch) + "'");
    }

    /** Nobody's launch but the own, no page of the staff, no REST resource. */
    private static void reachesNothingElse(Page page) {
        assertThat(open(page, "/l/" + foreignLaunch + "/course")).containsText("This page is no longer open");
        for (var view : views.keySet()) {
            page.navigate(huifang.at("/" + view).toString());
            assertThat(page.locator("input[type=password]").first()).isVisible();
        }
        for (var resource : resources.keySet()) {
            // the request carries all cookies of this browser: the launch's and the session's
            assertThat(page.request().get(huifang.at(resource).toString()).status()).as(resource).isIn(401, 403);
        }
    }

    private static Locator open(Page page, String path) {
        page.navigate(huifang.at(path).toString());
        return page.locator("main#content");
    }

    /** Within the page that is open, as its own links lead on. */
    private static void follow(Page page, String path) {
        page.evaluate("""
                path => { const link = document.createElement('a'); link.href = path;
                  link.setAttribute('router-link', ''); document.body.prepend(link); link.click(); link.remove(); }""",
                path);
    }

    /** Where the frame of the course page landed. */
    private static MatchResult inFrame(Page page, Pattern where) {
        page.waitForCondition(() -> page.frames().stream().anyMatch(frame -> where.matcher(frame.url()).find()));
        return page.frames().stream().map(frame -> where.matcher(frame.url())).filter(Matcher::find).findFirst()
                .orElseThrow().toMatchResult();
    }
}
