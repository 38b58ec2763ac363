// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.huifang.itests.Chromium;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.huifang.itests.Wizard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list from a desk drawer becomes files, and is taken back. */
class ImportWalkTest {
    private static final String LIST = """
            姓名,手机,邮箱
            张静怡,13800001111,jing@example.org
            欧阳明,13800002222,
            李雷,,not an address
            "=HYPERLINK(""http://evil.example"",""x"")",13800003333,
            张静怡,13800001111,
            """;

    @Test
    void a_list_is_checked_row_by_row_comes_in_is_found_by_pinyin_and_is_undone(@TempDir Path folder) throws Exception {
        var list = Files.writeString(folder.resolve("学员.csv"), LIST, Charset.forName("GB18030"));
        try (var huifang = Distribution.start();
                var chromium = new Chromium();
                var ann = Staff.firstAdmin(huifang, chromium.browser())) {
            var wizard = new Wizard(huifang, ann).upload(list);
            assertThat(wizard.content()).containsText("张静怡 · 欧阳明 · 李雷");

            wizard.check();
            assertThat(wizard.content()).containsText("5 rows = new files 3 + skipped 1 + errors 1");
            assertThat(files(huifang)).as("the check writes into no file").isZero();
            var errors = Files.readAllLines(ann.page().waitForDownload(
                    () -> ann.page().getByText("Download all errors").click()).path());
            assertThat(errors).hasSize(2).element(1).asString().startsWith("4,邮箱,not an address,");

            wizard.take();
            assertThat(wizard.content()).containsText("imported");
            assertThat(files(huifang)).isEqualTo(3);
            Distribution.await(Duration.ofSeconds(30), () -> Database.count(huifang,
                    "select count(*) from archive.learner where listed and not findable") == 0);
            ann.open("/files?q=ouyang");
            assertThat(wizard.content()).containsText("欧阳明");
            assertThat(wizard.content()).not().containsText("张静怡");
            ann.open("/files");
            assertThat(wizard.content()).containsText("张静怡");
            assertThat(Files.readAllLines(ann.page().waitForDownload(() -> ann.page()
                    .getByText("CSV", new Page.GetByTextOptions().setExact(true)).click()).path()))
                    .as("no cell begins a formula").noneMatch(line -> line.startsWith("=") || line.startsWith("\"="));

            wizard.open();
            wizard.undo();
            assertThat(wizard.content()).containsText("What 3 rows said has been taken back.");
            assertThat(files(huifang)).isZero();
            assertThat(Database.count(huifang, "select count(*) from archive.timeline where kind = 'PersonDescribed'"))
                    .as("what was said stays on record").isEqualTo(3);
        }
    }

    private static long files(Distribution huifang) {
        return Database.count(huifang, "select count(*) from archive.learner where listed");
    }
}
