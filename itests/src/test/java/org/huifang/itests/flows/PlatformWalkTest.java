// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.huifang.itests.Chromium;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A course platform from nothing to a grade: it registers itself, is approved, a questionnaire is placed, answered, and
 * ticked off. With third-party cookies and without, and with everything that Moodle does differently from the book.
 */
class PlatformWalkTest {

    @ParameterizedTest(name = "quirks: {0}; cookies of others: {1}")
    @CsvSource({"none, blocked", "none, allowed", "moodle, blocked", "moodle, allowed"})
    void a_platform_registers_itself_and_a_questionnaire_placed_there_is_ticked_off_when_it_was_answered(String quirks,
            String cookies) throws IOException {
        try (var huifang = Distribution.start("demo");
                var chromium = chromium(cookies);
                var ann = Staff.firstAdmin(huifang, chromium.browser())) {
            var admin = admin(huifang, chromium.browser());
            admin.locator("input[name=quirks]").fill(quirks);
            admin.locator("button[value=quirks]").click();
            assertThat(admin.locator("p", new Page.LocatorOptions().setHasText("TYPE_ID")))
                    .hasCount(quirks.equals("none") ? 0 : 1);
            var client = registers(huifang, ann, admin);
            approves(ann);
            var activity = places(huifang, chromium, client);
            answers(huifang, chromium, activity);
            isTickedOff(huifang, chromium, activity);
            assertThat(huifang.log()).doesNotContain("id_token", "eyJhbGci", "learner001@campus.example");
        }
    }

    /** Some browsers keep not even the cookie that is set apart for this frame. */
    @ParameterizedTest(name = "cookies of others: {0}")
    @ValueSource(strings = {"blocked", "allowed"})
    void a_launch_whose_cookie_was_lost_is_carried_by_the_storage_of_the_platform_and_else_by_a_window_of_its_own(
            String cookies) throws IOException {
        try (var huifang = Distribution.start("demo"); var chromium = chromium(cookies)) {
            for (var storage : List.of("parent", "frame", "none")) {
                try (var teacher = elsewhere(huifang, chromium, "")) {
                    teacher.page().navigate(teacher.page().url() + "&storage=" + storage);
                    teacher.page().route("**/lti/launch", launch -> {
                        teacher.page().context().clearCookies();
                        launch.resume();
                    });
                    teacher.launch();
                    if (storage.equals("none")) {
                        var window = teacher.page().context()
                                .waitForPage(() -> teacher.tool().locator("#window").click());
                        assertThat(window.locator("body")).containsText("30 learners");
                    } else {
                        assertThat(teacher.toolText()).containsText("30 learners");
                    }
                }
            }
        }
    }

    private static Chromium chromium(String cookies) {
        return cookies.equals("blocked") ? new Chromium("--test-third-party-cookie-phaseout") : new Chromium();
    }

    private static Page admin(Distribution huifang, Browser browser) {
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
        page.navigate("http://127.0.0.1:" + huifang.port() + "/demo/admin?lang=en");
        return page;
    }

    private static String registers(Distribution huifang, Staff ann, Page admin) {
        ann.open("/admin/platforms");
        ann.field("Address of the platform (optional)").fill(huifang.at("/demo").toString());
        ann.button("Make an invitation").click();
        var invitation = ann.page().getByLabel("Invitation", new Page.GetByLabelOptions().setExact(true));
        invitation.waitFor();
        admin.locator("input[name=url]").fill(invitation.inputValue());
        admin.locator("button[value=register]").click();
        var tool = admin.frameLocator("iframe[name=registration]");
        tool.locator("#register").click();
        assertThat(tool.locator("#registered")).containsText("Huifang is registered here");
        tool.locator("#close").click();
        var pending = admin.locator("li[data-client]").nth(1);
        assertThat(pending).containsText("pending");
        pending.locator("button[value=approve]").click();
        assertThat(admin.locator("li[data-client]").nth(1)).containsText("active");
        var client = pending.getAttribute("data-client");
        admin.context().close();
        return client;
    }

    private static void approves(Staff ann) {
        ann.open("/admin/platforms");
        ann.button("Approve the platform").click();
        assertThat(ann.page().locator("main#content")).containsText("launches Huifang now");
        // the platform that was there from the beginning, and the new one
        ann.button("Test the connection").click();
        assertThat(ann.page().locator("main#content")).containsText("Roster");
        ann.page().screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(java.nio.file.Path.of("target/platforms.png")));
    }

    private static String places(Distribution huifang, Chromium chromium, String client) {
        try (var teacher = elsewhere(huifang, chromium, "")) {
            teacher.page().locator("a.pick[data-client='" + client + "']").click();
            teacher.tool().getByLabel("Questionnaire").first().check();
            teacher.page().screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target/deep-linking.png")));
            button(teacher.tool(), "Add to the course").click();
            var placed = teacher.page().locator("li[data-activity]");
            assertThat(placed).containsText("Questionnaire");
            placed.locator("a").first().click();
            assertThat(teacher.toolText()).containsText("30 learners");
            looksAtAGroup(huifang, teacher);
            Distribution.await(Duration.ofSeconds(60),
                    () -> Database.count(huifang, "select count(*) from revisit.obligation") >= 180);
            teacher.press("month");
            // of all who learn, here and at the platform that was there before: the one who answers is among them
            Distribution.await(Duration.ofSeconds(60), () -> Database.count(huifang,
                    "select count(*) from revisit.obligation where kind = 'QUESTIONNAIRE' and not fell_due") == 0);
            return placed.getAttribute("data-activity");
        }
    }

    /** The course groups of the platform that has just been registered: they come with its roster. */
    private static void looksAtAGroup(Distribution huifang, Campus teacher) {
        Distribution.await(Duration.ofSeconds(60),
                () -> Database.count(huifang, "select count(*) from platform.group_member") == 30);
        var former = teacher.frame().url();
        teacher.page().locator("li[data-activity] a").first().click();
        // the former launch stands in the frame until the new one comes, and a list opened there would go with it
        teacher.frame().waitForURL(url -> url.contains("/l/") && !url.equals(former));
        var tool = teacher.tool();
        var learners = tool.getByRole(AriaRole.LIST, new FrameLocator.GetByRoleOptions().setName("Learners"))
                .getByRole(AriaRole.LISTITEM);
        assertThat(learners).hasCount(30);
        tool.getByLabel("Group").click();
        tool.getByRole(AriaRole.OPTION, new FrameLocator.GetByRoleOptions().setName("Tuesday (15)")).click();
        assertThat(learners).hasCount(15);
        teacher.frame().waitForURL("**group=g0");
        assertThat(teacher.toolText()).containsText("The list shows this group only");
    }

    private static void answers(Distribution huifang, Chromium chromium, String activity) {
        try (var learner = elsewhere(huifang, chromium, "101")) {
            learner.page().locator("li[data-activity='" + activity + "'] a").first().click();
            var sheet = learner.tool();
            sheet.locator("input[name=satisfaction][value='4']").check();
            sheet.locator("input[name=recommendation][value='9']").check();
            button(sheet, "Send answers").click();
            assertThat(learner.toolText()).containsText("Your answers have arrived");
        }
    }

    private static void isTickedOff(Distribution huifang, Chromium chromium, String activity) {
        try (var teacher = elsewhere(huifang, chromium, "")) {
            var score = teacher.page().locator("li[data-activity='" + activity + "'] .score[data-learner='101']");
            Distribution.await(Duration.ofSeconds(60), () -> {
                teacher.page().reload();
                return score.count() == 1;
            });
            assertThat(score).containsText("1 / 1");
        }
    }

    private static com.microsoft.playwright.Locator button(FrameLocator frame, String name) {
        return frame.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    private static Campus elsewhere(Distribution huifang, Chromium chromium, String as) {
        return new Campus(huifang, chromium.browser(), "127.0.0.1", as);
    }
}
