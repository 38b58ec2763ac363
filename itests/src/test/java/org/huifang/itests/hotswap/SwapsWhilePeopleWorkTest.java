// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.hotswap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.huifang.itests.Chromium;
import org.huifang.itests.Distribution;
import org.huifang.itests.SignedHook;
import org.huifang.itests.Staff;
import org.junit.jupiter.api.Test;

/** The promise that everything else can break: 50 rounds of install, update and remove under two open sessions. */
class SwapsWhilePeopleWorkTest {
    private static final int ROUNDS = Integer.getInteger("huifang.swaps", 50);
    private static final String VIEW = "org.huifang.ui.sample.CohortsView";
    /** Notes when the view leaves the page and when it is back. */
    private static final String WATCH = """
            () => { window.gaps = []; let gone = 0;
              new MutationObserver(() => { const there = !!document.querySelector('main#content vaadin-grid');
                if (!there && !gone) gone = performance.now();
                if (there && gone) { window.gaps.push(performance.now() - gone); gone = 0; } })
              .observe(document.body, {childList: true, subtree: true}); }""";

    private static final LocatorAssertions.HasCountOptions GRACE = new LocatorAssertions.HasCountOptions()
            .setTimeout(20_000);

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void fifty_rounds_disturb_nobody_and_leave_nothing_behind() throws Exception {
        // the JDK keeps the last method handle softly: a collection that clears what is softly held shows real leaks only
        try (var huifang = Distribution.startWith("-XX:SoftRefLRUPolicyMSPerMB=0"); var chromium = new Chromium()) {
            aCourse(huifang);
            var addon = addon(huifang);
            try (var ann = Staff.firstAdmin(huifang, chromium.browser());
                    var bob = Staff.signIn(huifang, chromium.browser(), "ann")) {
                watch("ann", ann.page());
                watch("bob", bob.page());
                var typed = typesASearch(bob.open("/files").page());
                var gaps = new ArrayList<Double>();
                for (var round = 1; round <= ROUNDS; round++) {
                    done(huifang, "bundle", "install", addon.toString());
                    onTheView(ann);
                    assertThat(menuItem(bob.page())).isVisible();
                    ann.page().evaluate(WATCH);
                    if (round % 10 == 0) {
                        withADialog(ann);
                    }
                    done(huifang, "bundle", "install", addon.toString());
                    ann.page().waitForFunction("() => window.gaps.length > 0");
                    gaps.add(((Number) ann.page().evaluate("() => Math.max(...window.gaps)")).doubleValue());
                    assertThat(ann.page().url()).endsWith("/cohorts");
                    assertThat(ann.page().locator("vaadin-dialog")).hasCount(0);
                    if (round % 10 == 0) {
                        withADialog(ann);
                    }
                    done(huifang, "bundle", "remove", "org.huifang.ui.sample");
                    assertThat(ann.page().locator("vaadin-dialog")).hasCount(0);
                    if (round % 10 == 0) {
                        // the item stays for some seconds, in case the bundle is only being replaced
                        assertThat(menuItem(bob.page())).hasCount(0, GRACE);
                        assertThat(menuItem(ann.page())).hasCount(0, GRACE);
                    }
                    // nothing blocks the one whose view went: the menu answers
                    ann.page().locator("vaadin-side-nav-item[path$=files]").click();
                    ann.page().waitForURL("**/files");
                }
                assertThat(typed).hasValue("Learner 1");
                assertThat(bob.page().evaluate("() => window.untouched")).isEqualTo(true);
                assertThat(failures).as("failed requests and script errors").isEmpty();
                gaps.sort(null);
                System.out.printf("%d swaps: view back after median %.0f ms, longest %.0f ms%n", ROUNDS,
                        gaps.get(gaps.size() / 2), gaps.getLast());
                assertThat(gaps.getLast()).as("longest gap, ms").isLessThanOrEqualTo(2_000);
            }
            assertThat(loadedClasses(huifang)).as("classes of removed bundles").isEmpty();
        }
    }

    private void watch(String who, Page page) {
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                failures.add(who + " got " + answer.status() + " for " + answer.url());
            }
        });
        page.onPageError(error -> failures.add(who + " saw a script error: " + error));
    }

    private static Locator typesASearch(Page files) {
        var search = files.locator("main#content input").first();
        search.fill("Learner 1");
        files.evaluate("() => { window.untouched = true; }");
        return search;
    }

    private static void onTheView(Staff ann) {
        assertThat(menuItem(ann.page())).isVisible();
        menuItem(ann.page()).click();
        ann.page().waitForSelector("main#content vaadin-grid");
    }

    private static void withADialog(Staff ann) {
        ann.button("What is a cohort?").click();
        assertThat(ann.page().getByText("The learners who joined a course in the same week")).isVisible();
    }

    private static Locator menuItem(Page page) {
        return page.locator("vaadin-side-nav-item[path$=cohorts]");
    }

    private static void done(Distribution huifang, String... words) throws IOException {
        var answer = huifang.command(words);
        assertThat(answer.status()).as(answer.text()).isZero();
    }

    private static void aCourse(Distribution huifang) throws Exception {
        var text = huifang.command("hook-source", "add", "--name", "swap").text();
        var secret = text.substring(text.indexOf("whsec_")).split("\\s", 2)[0];
        for (var i = 0; i < 12; i++) {
            var hook = SignedHook.of(secret, "swap-" + i, Instant.now(), SignedHook.enrolled(i, Instant.now()));
            var answer = java.net.http.HttpClient.newHttpClient().send(hook.to(huifang.at("/hooks/swap")),
                    java.net.http.HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(202);
        }
    }

    private static Path addon(Distribution huifang) throws IOException {
        try (var jars = Files.list(huifang.home().resolve("addons"))) {
            return jars.filter(jar -> jar.toString().contains("ui.sample")).findFirst().orElseThrow();
        }
    }

    /** The classes of the view that the process still has, after collections that would unload them. */
    private static List<String> loadedClasses(Distribution huifang) throws IOException, InterruptedException {
        var left = new ArrayList<String>();
        for (var attempt = 0; attempt < 5; attempt++) {
            jcmd(huifang, "GC.run");
            left.clear();
            jcmd(huifang, "VM.class_hierarchy", VIEW).lines().filter(line -> line.contains(VIEW)).forEach(left::add);
            if (left.isEmpty()) {
                break;
            }
        }
        return left;
    }

    private static String jcmd(Distribution huifang, String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(huifang.pid())));
        line.addAll(List.of(words));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
