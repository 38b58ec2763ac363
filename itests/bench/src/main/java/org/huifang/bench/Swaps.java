// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.huifang.itests.Chromium;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;

/** How long a person who is on a view goes without it while its bundle is updated, as their browser sees it. */
final class Swaps {
    private static final String WATCH = """
            () => { window.gaps = []; let gone = 0;
              new MutationObserver(() => { const there = !!document.querySelector('main#content vaadin-select, main#content vaadin-grid');
                if (!there && !gone) gone = performance.now();
                if (there && gone) { window.gaps.push(performance.now() - gone); gone = 0; } })
              .observe(document.body, {childList: true, subtree: true}); }""";

    private Swaps() {
    }

    static String gaps(Distribution huifang, int rounds) throws IOException {
        var addon = huifang.home().resolve("addons");
        try (var chromium = new Chromium(); var jars = Files.list(addon)) {
            var jar = jars.filter(j -> j.toString().contains("ui.sample")).findFirst().orElseThrow().toString();
            huifang.command("bundle", "install", jar);
            try (var ann = Staff.firstAdmin(huifang, chromium.browser())) {
                var page = ann.open("/cohorts").page();
                page.waitForSelector("main#content vaadin-grid");
                page.evaluate(WATCH);
                for (var i = 1; i <= rounds; i++) {
                    huifang.command("bundle", "install", jar);
                    page.waitForFunction("n => window.gaps.length >= n", i);
                }
                var gaps = new ArrayList<Double>();
                for (var i = 0; i < rounds; i++) {
                    gaps.add(((Number) page.evaluate("i => window.gaps[i]", i)).doubleValue());
                }
                gaps.sort(null);
                return "median %.0f ms, longest %.0f ms of %d".formatted(gaps.get(rounds / 2), gaps.getLast(), rounds);
            }
        }
    }
}
