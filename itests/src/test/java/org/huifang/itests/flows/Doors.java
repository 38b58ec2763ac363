// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.huifang.itests.Distribution;

/** All ways in that a distribution has, and the roles that each is for, in small letters. */
final class Doors {
    private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";
    private static final Pattern VIEW = Pattern.compile(
            "name=\"huifang.view.path\" type=\"String\" value=\"([^\"]+)\".*?name=\"huifang.view.roles\"[^>]*?"
                    + "(?:value=\"([^\"]*)\"|>([^<]*)<)",
            Pattern.DOTALL);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Doors() {
    }

    /** The views of all bundles by path, as their component descriptions say. */
    static Map<String, Set<String>> views(Distribution huifang) throws IOException {
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
                            views.put(view.group(1), Set.of(roles.strip().toLowerCase(Locale.ROOT).split("\\s+")));
                        }
                    }
                }
            }
        }
        assertThat(views).containsKeys("today", "ledger", "files", "evaluation", "course", "admin/bundles");
        return views;
    }

    /** The paths of all REST resources that can be read, as the running product lists them to an admin. */
    static Map<String, Set<String>> resources(Distribution huifang, String admin, String password)
            throws IOException, InterruptedException {
        var resources = new TreeMap<String, Set<String>>();
        for (var route : new ObjectMapper().readTree(get(huifang, "/rest/", admin, password).body()).get("routes")) {
            if (!route.get("method").asText().equals("GET")) {
                continue;
            }
            var roles = new TreeSet<String>();
            route.get("roles").forEach(role -> roles.add(role.asText().toLowerCase(Locale.ROOT)));
            resources.put("/rest/" + route.get("path").asText().replaceFirst("^/", "").replaceAll("\\{[^}]+}", SOME_ID),
                    roles);
        }
        assertThat(resources).hasSizeGreaterThanOrEqualTo(6);
        return resources;
    }

    /** Asks as an account; as nobody when the name is empty. */
    static HttpResponse<String> get(Distribution huifang, String path, String name, String password)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(huifang.at(path));
        if (!name.isEmpty()) {
            request.header("authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Makes an account of one role; its password. */
    static String account(Distribution huifang, String name, String role) throws IOException {
        var text = huifang.command("account", "add", "--name", name, "--role", role).text();
        return text.substring(text.lastIndexOf(' ') + 1).strip();
    }
}
