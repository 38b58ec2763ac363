// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.huifang.itests.Chromium;
import org.huifang.itests.Distribution;
import org.huifang.itests.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Walks all views and all REST resources of the distribution with every staff role, and with none. */
class EveryDoorChecksItsRoleTest {
    private static final List<String> ROLES = List.of("agent", "supervisor", "admin");
    private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";
    private static final Pattern VIEW = Pattern.compile(
            "name=\"huifang.view.path\" type=\"String\" value=\"([^\"]+)\".*?name=\"huifang.view.roles\"[^>]*?"
                    + "(?:value=\"([^\"]*)\"|>([^<]*)<)",
            Pattern.DOTALL);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> passwords = new TreeMap<>();
    private static Distribution huifang;

    @BeforeAll
    static void start() throws IOException {
        huifang = Distribution.start();
        for (var role : ROLES) {
            var text = huifang.command("account", "add", "--name", role, "--role", role).text();
            passwords.put(role, text.substring(text.lastIndexOf(' ') + 1).strip());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        huifang.close();
    }

    @Test
    void every_rest_resource_answers_its_roles_only() throws Exception {
        var routes = new ObjectMapper().readTree(get("/rest/", "admin").body()).get("routes");
        assertThat(routes.size()).isGreaterThanOrEqualTo(6);
        for (var route : routes) {
            var path = "/rest/" + route.get("path").asText().replaceFirst("^/", "").replaceAll("\\{[^}]+}", SOME_ID);
            var allowed = new TreeSet<String>();
            route.get("roles").forEach(role -> allowed.add(role.asText().toLowerCase(java.util.Locale.ROOT)));
            assertThat(get(path, "").statusCode()).as("%s for nobody", path).isEqualTo(401);
            for (var role : ROLES) {
                var status = get(path, role).statusCode();
                assertThat(status == 403).as("%s for %s answered %s, allowed are %s", path, role, status, allowed)
                        .isEqualTo(!allowed.contains(role));
                assertThat(status).as("%s for %s", path, role).isNotEqualTo(401).isLessThan(500);
            }
        }
    }

    @Test
    void every_view_opens_for_its_roles_only() throws Exception {
        var views = views();
        assertThat(views).containsKeys("today", "ledger", "files", "evaluation", "course", "admin/bundles");
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

    /** The views of all bundles and the roles they are for, as their component descriptions say. */
    private static Map<String, Set<String>> views() throws IOException {
        var views = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(huifang.home().resolve("repository/org/huifang"))) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("org.huifang.ui.")
                    && f.toString().endsWith(".jar")).toList()) {
                try (var jar = new JarFile(file.toFile())) {
                    for (var entry : jar.stream().filter(e -> e.getName().matches("OSGI-INF/.*\\.xml")).toList()) {
                        var xml = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                        var view = VIEW.matcher(xml);
                        if (view.find()) {
                            var roles = view.group(2) == null ? view.group(3) : view.group(2);
                            views.put(view.group(1), Set.of(roles.strip().toLowerCase(java.util.Locale.ROOT)
                                    .split("\\s+")));
                        }
                    }
                }
            }
        }
        return views;
    }

    private static HttpResponse<String> get(String path, String role) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(huifang.at(path));
        if (!role.isEmpty()) {
            request.header("authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((role + ":" + passwords.get(role)).getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
