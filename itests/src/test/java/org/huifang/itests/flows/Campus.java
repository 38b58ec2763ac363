// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Objects;
import org.huifang.itests.Distribution;

/** The demo's course page in a browser of its own, in English, with Huifang in its frame once it was opened. */
final class Campus implements AutoCloseable {
    private final Page page;

    /**
     * @param host the name the course page is opened under; the tool is {@code localhost}
     * @param as the learner who looks at it; empty for the instructor
     */
    Campus(Distribution huifang, Browser browser, String host, String as) {
        page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900))
                .newPage();
        page.navigate("http://%s:%d/demo/?lang=en%s".formatted(host, huifang.port(),
                as.isEmpty() ? "" : "&as=" + as));
    }

    Page page() {
        return page;
    }

    /** Opens Huifang in the frame: a launch. */
    Campus launch() {
        page.locator("#open").click();
        return this;
    }

    FrameLocator tool() {
        return page.frameLocator("iframe[name=tool]");
    }

    Locator toolText() {
        return tool().locator("body");
    }

    Frame frame() {
        return Objects.requireNonNull(page.frame("tool"));
    }

    void press(String what) {
        page.locator("button[value=" + what + "]").first().click();
    }

    void press(String what, String learner) {
        page.locator("[data-person='" + learner + "'] button[value=" + what + "]").click();
    }

    /** Platform ids, in the order in which they enrolled. */
    List<String> learners() {
        return page.locator("select[name=as] option").all().stream().map(o -> o.getAttribute("value")).skip(1).toList();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
