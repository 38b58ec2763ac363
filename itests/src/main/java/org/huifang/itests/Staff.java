// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A member of staff at a browser of their own, in English. */
public final class Staff implements AutoCloseable {
    public static final String PASSWORD = "tall grass by the river";
    private static final Pattern LINK = Pattern.compile("https?://\\S+/first/\\S+");

    private final Distribution huifang;
    private final BrowserContext context;
    private final Page page;

    private Staff(Distribution huifang, Browser browser) {
        this.huifang = huifang;
        this.context = browser
                .newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900));
        this.page = context.newPage();
    }

    /** Follows the one-time link that the console shows, and becomes the first admin under the name {@code ann}. */
    public static Staff firstAdmin(Distribution huifang, Browser browser) {
        // every start makes a new link: the last one counts
        var link = LINK.matcher(huifang.console()).results().map(MatchResult::group).reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no one-time link on the console:\n" + huifang.console()));
        var staff = new Staff(huifang, browser);
        staff.page.navigate(huifang.at(URI.create(link).getPath()).toString());
        staff.field("Name to sign in with").fill("ann");
        staff.field("Name as colleagues see it").fill("Ann");
        staff.page.locator("input[type=password]").first().fill(PASSWORD);
        staff.page.keyboard().press("Enter");
        staff.page.waitForURL(url -> !url.contains("/first/"));
        return staff;
    }

    /** Signs in with a name and {@link #PASSWORD}. */
    public static Staff signIn(Distribution huifang, Browser browser, String name) {
        return signIn(huifang, browser, name, PASSWORD);
    }

    /** Signs in at the front door. */
    public static Staff signIn(Distribution huifang, Browser browser, String name, String password) {
        var staff = new Staff(huifang, browser);
        staff.page.navigate(huifang.at("/").toString());
        staff.field("Name").fill(name);
        staff.page.locator("input[type=password]").first().fill(password);
        staff.button("Sign in").click();
        assertThat(staff.page.locator("input[type=password]")).hasCount(0);
        return staff;
    }

    public Page page() {
        return page;
    }

    public Staff open(String path) {
        page.navigate(huifang.at(path).toString());
        return this;
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    @Override
    public void close() {
        context.close();
    }
}
