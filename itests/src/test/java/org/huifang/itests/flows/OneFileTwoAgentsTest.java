// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.huifang.itests.Chromium;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.SignedHook;
import org.huifang.itests.Staff;
import org.junit.jupiter.api.Test;

/** Files in the hands of two agents at two browsers. */
class OneFileTwoAgentsTest {
    @Test
    void the_second_sees_the_firsts_change_and_files_that_look_alike_are_merged_and_split() throws Exception {
        try (var huifang = Distribution.start(); var chromium = new Chromium(); var http = HttpClient.newHttpClient()) {
            var secret = secret(huifang);
            for (int learner = 1; learner <= 2; learner++) {
                enrol(huifang, http, secret, learner);
            }
            var password = huifang.command("account", "add", "--name", "li", "--role", "agent").text().strip();
            try (var ann = Staff.firstAdmin(huifang, chromium.browser());
                    var li = Staff.signIn(huifang, chromium.browser(), "li",
                            password.substring(password.lastIndexOf(' ') + 1))) {
                assertThat(li.page()).hasURL(huifang.at("/today").toString());
                var one = "/files/" + learner(huifang, "Learner 1");
                add(ann.open(one), "Phone", "13800001111");
                assertThat(fact(li.open(one), "Phone")).containsText("****1111");

                fact(ann, "Phone").click();
                fact(li, "Phone").click();
                type(ann, "Phone", "13800002222");
                // what is typed stays while the other's change arrives, and is not saved over it unseen
                assertThat(li.page().getByText("Meanwhile changed to")).isVisible();
                li.page().keyboard().press("Escape");
                assertThat(fact(li, "Phone")).containsText("****2222");

                // who wants to see all of it says what for, and that stays on record
                fact(li, "Phone").click();
                choose(li, "Show in full because", "to check it");
                assertThat(li.page().getByText("13800002222")).isVisible();
                assertThat(li.page().getByText("Phone was shown in full: to check it")).isVisible();

                add(ann.open("/files/" + learner(huifang, "Learner 2")), "Phone", "+86 138 0000 2222");
                ann.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare")).click();
                ann.button("Merge into one file").click();
                assertThat(ann.page().getByText("shown together with this one")).isVisible();
                assertThat(Database.count(huifang, "select count(*) from archive.learner where listed")).isEqualTo(1);
                ann.button("Split it off").click();
                assertThat(ann.page().getByText("File split off")).isVisible();
                assertThat(Database.count(huifang, "select count(*) from archive.learner where listed")).isEqualTo(2);

                ann.open(one);
                li.open(one);
                ann.button("Link a person…").click();
                var who = ann.page().getByRole(AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Name, address or number"));
                who.fill("Mei Wang");
                who.press("Enter");
                assertThat(ann.page().getByText("New: a file is opened for Mei Wang.")).isVisible();
                ann.button("Link").click();
                // the colleague who has the file open sees the guardian come, and go again
                var guardian = li.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mei Wang"));
                assertThat(guardian).isVisible();
                ann.button("Unlink Mei Wang").click();
                assertThat(guardian).hasCount(0);

                // somebody called whom no platform has told of
                li.open("/files").button("New file…").click();
                li.field("Name").fill("Zhao Min");
                li.field("Phone").fill("13800002222");
                li.button("Open the file").click();
                assertThat(li.page().getByText("There is a file with the same details")).isVisible();
                li.button("No, open a new file").click();
                assertThat(li.page()).hasURL(Pattern.compile(".*/files/[0-9a-f-]{36}.*"));
                assertThat(li.page().evaluate(
                        "Object.keys(localStorage).filter(key => key.includes('files.new')).length"))
                        .as("nothing of it stands in the next form").isEqualTo(0);
                choose(li, "nobody yet", "li");
                assertThat(li.page().getByText("Keeper changed")).isVisible();
                li.open("/files?keeper=me");
                assertThat(li.page().locator("main#content")).containsText("Zhao Min");
                assertThat(li.page().getByText("Learner 1")).hasCount(0);
                li.open("/files?keeper=nobody");
                assertThat(li.page().locator("main#content")).containsText("Learner 1");
                assertThat(li.page().getByText("Zhao Min")).hasCount(0);
            }
        }
    }

    private static String secret(Distribution huifang) throws Exception {
        var answer = huifang.command("hook-source", "add", "--name", "shop").text();
        return answer.substring(answer.indexOf("whsec_")).split("\\s", 2)[0];
    }

    /** As senders do, again after a 503: a server that has just started on a slow machine may say it once. */
    private static void enrol(Distribution huifang, HttpClient http, String secret, int learner) {
        var now = Instant.now();
        var hook = SignedHook.of(secret, "e" + learner, now, SignedHook.enrolled(learner, now));
        Distribution.await(Duration.ofSeconds(60), () -> {
            try {
                return http.send(hook.to(huifang.at("/hooks/shop")), BodyHandlers.ofString()).statusCode() == 202;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String learner(Distribution huifang, String name) {
        return Database.text(huifang, "select id from archive.learner where name = '" + name + "'");
    }

    private static Locator fact(Staff staff, String field) {
        return staff.page().locator("vaadin-button[aria-label^='" + field + ":']").first();
    }

    private static void add(Staff staff, String field, String value) {
        choose(staff, "Add a detail", field);
        type(staff, field, value);
    }

    private static void choose(Staff staff, String list, String option) {
        staff.page().locator("vaadin-select").filter(new Locator.FilterOptions().setHasText(list)).click();
        staff.page().locator("vaadin-select-item").filter(new Locator.FilterOptions().setHasText(option)).first()
                .click();
    }

    private static void type(Staff staff, String field, String value) {
        staff.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(field)).fill(value);
        staff.page().keyboard().press("Control+Enter");
        assertThat(staff.page().getByText(field + " changed").first()).isVisible();
    }
}
