// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huifang.itests.Chromium;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks all views and all REST resources of the distribution with every staff role, and with none. */
class EveryDoorChecksItsRoleTest {
    private static final List<String> ROLES = List.of("agent", "supervisor", "admin");
    private static final Map<String, String> passwords = new TreeMap<>();
    private static Distribution huifang;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start();
        for (var role : ROLES) {
            passwords.put(role, Doors.account(huifang, role, role));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        huifang.close();
    }

    @Test
    void every_rest_resource_answers_its_roles_only() throws Exception {
        for (var resource : Doors.resources(huifang, "admin", passwords.getOrDefault("admin", "")).entrySet()) {
            var path = resource.getKey();
            assertThat(Doors.get(huifang, path, "", "").statusCode()).as("%s for nobody", path).isEqualTo(401);
            for (var role : ROLES) {
                var status = Doors.get(huifang, path, role, passwords.getOrDefault(role, "")).statusCode();
                assertThat(status == 403).as("%s for %s answered %s, allowed are %s", path, role, status,
                        resource.getValue()).isEqualTo(!resource.getValue().contains(role));
                assertThat(status).as("%s for %s", path, role).isNotEqualTo(401).isLessThan(500);
            }
        }
    }

    @Test
    void every_view_opens_for_its_roles_only() throws Exception {
        var views = Doors.views(huifang);
        try (var chromium = new Chromium()) {
            for (var role : ROLES) {
                try (var staff = Staff.signIn(huifang, chromium.browser(), role, passwords.getOrDefault(role, ""))) {
                    for (var view : views.entrySet()) {
                        staff.open("/" + view.getKey());
                        var content = staff.page().locator("main#content");
                        if (view.getValue().contains(role)) {
                            assertThat(content).not().isEmpty();
                            assertThat(content).not().containsText("This view is not yours to see");
                        } else {
                            assertThat(content).containsText("This view is not yours to see");
                        }
                    }
                }
            }
            var nobody = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
            for (var view : views.keySet()) {
                nobody.navigate(huifang.at("/" + view).toString());
                assertThat(nobody.locator("input[type=password]").first()).isVisible();
            }
        }
    }
}
