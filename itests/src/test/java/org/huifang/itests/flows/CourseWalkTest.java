// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.huifang.itests.Chromium;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One course through the whole product, in the order in which it happens: the instructor's launch, the learners' files,
 * a first revisit, the questionnaires, the figures.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CourseWalkTest {
    /** A push is to arrive within two seconds; the rest is what a loaded machine needs to draw it. */
    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(15_000);
    private static Distribution huifang;
    private static Chromium chromium;
    private static Chromium withoutThirdPartyCookies;
    private static Staff ann;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start("demo");
        chromium = new Chromium();
        withoutThirdPartyCookies = new Chromium("--test-third-party-cookie-phaseout");
        ann = Staff.firstAdmin(huifang, chromium.browser());
    }

    @AfterAll
    static void stop() throws IOException {
        ann.close();
        chromium.close();
        withoutThirdPartyCookies.close();
        huifang.close();
    }

    @Test
    @Order(1)
    void the_instructor_opens_huifang_in_the_course_page_and_sees_thirty_learners() {
        var campus = campus(chromium.browser(), "localhost", "");
        campus.locator("#open").click();
        assertThat(tool(campus).locator("body")).containsText("30 learners", SOON);
        campus.context().close();
    }

    @Test
    @Order(2)
    void the_same_works_across_sites_with_third_party_cookies_blocked_and_what_happens_shows_at_once() {
        var campus = campus(withoutThirdPartyCookies.browser(), "127.0.0.1", "");
        campus.locator("#open").click();
        assertThat(tool(campus).locator("body")).containsText("30 learners", SOON);
        campus.locator("button[value=enrol]").click();
        assertThat(tool(campus).locator("body")).containsText("31 learners", SOON);
        campus.context().close();
    }

    @Test
    @Order(3)
    void a_first_revisit_falls_due_is_done_and_stands_in_the_file() {
        ann.open("/today");
        assertThat(ann.page().locator("main#content")).containsText("The queue is empty.", SOON);
        var campus = campus(chromium.browser(), "localhost", "");
        campus.locator("button[value=day]").click();
        campus.locator("button[value=day]").click();
        campus.context().close();
        ann.open("/today");
        assertThat(ann.page().locator("main#content")).containsText(Pattern.compile("\\d+ cases due"), SOON);
        var file = ann.page().getByText("Open the file").first().getAttribute("href");
        ann.page().getByLabel("Call note (optional)").fill("Likes the pace, wants more exercises.");
        ann.page().getByLabel(Pattern.compile("^\\W*1?\\W*Reached")).first().click();
        ann.button("Finish and next").click();
        assertThat(ann.page().locator("main#content")).containsText("The last one is on record", SOON);
        ann.page().screenshot(new Page.ScreenshotOptions().setPath(java.nio.file.Path.of("target/today.png")));
        ann.open(file.startsWith("/") ? file : "/" + file);
        assertThat(ann.page().locator("main#content")).containsText("Likes the pace, wants more exercises.", SOON);
        assertThat(ann.page().locator("main#content")).containsText("First revisit: Reached", SOON);
    }

    @Test
    @Order(4)
    void learners_answer_the_questionnaire_from_the_course_page_and_the_figures_follow() {
        var campus = campus(chromium.browser(), "localhost", "");
        campus.locator("button[value=month]").click();
        var learners = campus.locator("select[name=as] option").all().stream().map(o -> o.getAttribute("value"))
                .skip(1).limit(5).toList();
        campus.context().close();
        for (var learner : learners) {
            var own = campus(withoutThirdPartyCookies.browser(), "127.0.0.1", "&as=" + learner);
            own.locator("#open").click();
            var sheet = tool(own);
            sheet.locator("input[name=satisfaction][value='4']").check();
            sheet.locator("input[name=recommendation][value='9']").check();
            sheet.locator("textarea[name=comment]").fill("More exercises, please. 谢谢");
            sheet.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Send answers")).click();
            assertThat(sheet.locator("body")).containsText("Your answers have arrived", SOON);
            own.context().close();
        }
        ann.open("/evaluation");
        var figures = ann.page().locator("main#content");
        assertThat(figures).containsText("Coverage", SOON);
        assertThat(figures).containsText("Punctuality", SOON);
        assertThat(figures).containsText("100% (5/5), interval 57", SOON);
        assertThat(figures).containsText(Pattern.compile("promoters 5, detractors 0, n=5"), SOON);
    }

    @Test
    @Order(5)
    void the_ledger_adds_up() {
        ann.open("/ledger");
        assertThat(ann.page().locator("main#content")).containsText(Pattern.compile("Owed 93"), SOON);
        assertThat(ann.page().getByText("It does not add up")).hasCount(0);
        assertThat(huifang.log()).doesNotContain(" ERROR ");
    }

    private static Page campus(Browser browser, String host, String query) {
        var page = browser
                .newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900)).newPage();
        page.navigate("http://%s:%d/demo/?lang=en%s".formatted(host, huifang.port(), query));
        return page;
    }

    private static FrameLocator tool(Page campus) {
        return campus.frameLocator("iframe[name=tool]");
    }
}
