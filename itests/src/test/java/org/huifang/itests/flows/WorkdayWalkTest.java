// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.huifang.itests.Chromium;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A day of those who call, and of those who plan it, in a browser. */
class WorkdayWalkTest {
    private static Distribution huifang;
    private static Chromium chromium;
    private static Staff ann;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start("demo");
        chromium = new Chromium();
        ann = Staff.firstAdmin(huifang, chromium.browser());
        // calls are planned more than a day ahead: before the clock goes on they must be
        Distribution.await(Duration.ofSeconds(60), () -> Database.count(huifang, "select count(*) from"
                + " revisit.obligation where step = 'first' and (contact is not null or hold is not null)") == 30);
        try (var campus = new Campus(huifang, chromium.browser(), "localhost", "")) {
            campus.press("day");
            campus.press("day");
            campus.press("morning");
        }
        ann.open("/today?whose=team");
        assertThat(ann.page().locator("main#content")).containsText(Pattern.compile("\\d+ cases due"));
    }

    @AfterAll
    static void stop() throws IOException {
        try (var product = huifang; var browser = chromium; var staff = ann) {
            // each is closed, also when the start failed half-way and the last are missing
        }
    }

    @Test
    void what_is_typed_in_a_call_outlives_a_reload_and_an_update_of_the_view_and_keys_alone_finish_the_case()
            throws IOException {
        ann.open("/today/" + aCall() + "?whose=team");
        note().fill("Likes the pace");
        kept("Likes the pace");
        ann.page().reload();
        assertThat(note()).hasValue("Likes the pace");

        note().pressSequentially(", wants more exercises");
        var update = huifang.command("bundle", "install", jar("org.huifang.ui.revisit").toString());
        assertThat(update.status()).as(update.text()).isZero();
        assertThat(note()).hasValue("Likes the pace, wants more exercises");

        ann.page().getByLabel(Pattern.compile("^\\W*1?\\W*Reached")).first().focus();
        ann.page().keyboard().press("1");
        ann.page().keyboard().press("Control+Enter");
        assertThat(ann.page().locator("main#content")).containsText("The last one is on record");
        Distribution.await(Duration.ofSeconds(10), () -> Database.count(huifang, "select count(*) from revisit.attempt"
                + " where outcome = 'REACHED' and note like '%Likes the pace, wants more exercises%'") == 1);
    }

    @Test
    void whom_nobody_can_call_is_written_to_and_nothing_offers_a_call() {
        ann.open("/today/" + Database.text(huifang, """
                select max(o.id::text) from revisit.obligation o join revisit.contact c on c.id = o.contact
                where o.state = 'DUE' and o.hold is null and c.channel = 'lms' and not c.over""") + "?whose=team");
        assertThat(ann.page().locator("main#content")).containsText("By platform message: write, do not call.");
        assertThat(ann.page().locator("a[href^='tel:']:visible")).hasCount(0);
    }

    @Test
    void a_plan_is_changed_looked_at_on_the_roster_and_published_and_the_ledger_still_adds_up() {
        ann.open("/plans");
        ann.page().getByText("Plan for all learners").first().click();
        ann.button("Add a step after it").click();
        assertThat(ann.page().locator("main#content")).containsText("stays live until you publish");
        ann.button("Preview on the roster").click();
        assertThat(ann.page().locator("main#content")).containsText(Pattern.compile("Learners: 30\\. New 30"));
        assertThat(Database.count(huifang, "select count(*) from revisit.obligation where origin = 'PLAN'"))
                .as("looking changes nothing").isEqualTo(90);
        ann.button("Publish plan").click();
        assertThat(ann.page().locator("main#content")).containsText("Say why");
        ann.page().getByLabel(Pattern.compile("^Why")).first().fill("A second look after a week");
        ann.button("Publish plan").click();
        assertThat(ann.page().getByText("Version 2 is live").first()).isVisible();
        assertThat(ann.page().locator("main#content")).containsText("A second look after a week");
        ann.open("/ledger");
        assertThat(ann.page().locator("main#content")).containsText("Owed 120");
        assertThat(ann.page().getByText("It does not add up")).hasCount(0);
    }

    @Test
    void capacity_says_whether_there_are_enough_people_and_who_comes_first_when_there_are_not() {
        ann.open("/team/capacity");
        assertThat(ann.page().locator("main#content")).containsText("Who comes first when there is too little time");
        assertThat(ann.page().locator("main#content")).containsText(Pattern.compile(
                "As things stand, (all )?\\d+ .*revisits of the next 4 weeks are made"));
    }

    private static String aCall() {
        return Database.text(huifang, """
                select max(o.id::text) from revisit.obligation o join revisit.contact c on c.id = o.contact
                where o.state = 'DUE' and o.hold is null and c.channel = 'phone' and not c.over""");
    }

    private static Locator note() {
        return ann.page().getByLabel("Call note (optional)");
    }

    private static void kept(String text) {
        Distribution.await(Duration.ofSeconds(10), () -> Database.count(huifang,
                "select count(*) from revisit.draft where typed like '%" + text + "%'") == 1);
    }

    private static Path jar(String bundle) throws IOException {
        try (var jars = Files.walk(huifang.home().resolve("repository"))) {
            return jars.filter(file -> file.getFileName().toString().startsWith(bundle + "-")
                    && file.toString().endsWith(".jar")).findFirst().orElseThrow();
        }
    }
}
