// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** The import wizard, as a member of staff goes through it. */
public final class Wizard {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Distribution huifang;
    private final Page page;
    private String at = "";

    public Wizard(Distribution huifang, Staff staff) {
        this.huifang = huifang;
        this.page = staff.page();
    }

    /** Uploads a list and stops where its columns are settled. */
    public Wizard upload(Path list) {
        page.navigate(huifang.at("/admin/import").toString());
        page.locator("vaadin-upload input[type=file]").setInputFiles(list);
        page.waitForURL(Pattern.compile("/admin/import/[-0-9a-f]{36}"));
        at = page.url();
        return this;
    }

    /** Comes back to the list that was uploaded last. */
    public void open() {
        page.navigate(at);
    }

    public void named(String list) {
        page.getByLabel("Name of the list", new Page.GetByLabelOptions().setExact(true)).first().fill(list);
        page.keyboard().press("Tab");
    }

    /** Begins the check, and waits until every row was looked at. */
    public void check() {
        press(Pattern.compile("^Check$"));
        await("CHECKED");
    }

    /** Takes the rows in, and waits until that is done. */
    public void take() {
        press(Pattern.compile("^Import [0-9,]+ rows$"));
        await("DONE");
    }

    /** Takes back what came in, after having been told what that does. */
    public void undo() {
        press(Pattern.compile("^Undo this import"));
        press(Pattern.compile("^Undo [0-9,]+ rows$"));
        await("UNDONE");
    }

    public Locator content() {
        return page.locator("main#content");
    }

    private void press(Pattern name) {
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
        assertThat(button).isVisible();
        button.click();
    }

    private void await(String state) {
        var id = at.substring(at.lastIndexOf('/') + 1);
        Distribution.await(PATIENCE, () -> Database
                .count(huifang, "select count(*) from intake.run where id = '" + id + "' and state = '" + state
                        + "'") == 1);
    }
}
