// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One browser: keeps its cookies and follows nothing by itself. */
final class Browser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final ToolServer tool;
    final Map<String, String> cookies = new HashMap<>();
    String language = "en";
    /** What the browser says of whoever caused the request; empty for an old browser that says nothing. */
    String site = "";

    Browser(ToolServer tool) {
        this.tool = tool;
    }

    /** What the platform is asked for: the parameters of the redirect that answers the login. */
    Map<String, String> login(Campus campus) {
        HttpResponse<String> answer = post("/lti/login", loginForm(campus));
        if (answer.statusCode() != 302) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return parameters(URI.create(answer.headers().firstValue("Location").orElseThrow()).getRawQuery());
    }

    static Map<String, String> loginForm(Campus campus) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("iss", campus.issuer());
        form.put("login_hint", "7");
        form.put("target_link_uri", "http://localhost:8080/");
        form.put("client_id", "client");
        form.put("lti_message_hint", "{\"cmid\":10}");
        return form;
    }

    /** Login and launch. */
    HttpResponse<String> launch(Campus campus, String subject, List<String> roles) {
        Map<String, String> asked = login(campus);
        return launch(asked, campus.sign(campus.claims(asked.get("nonce"), tool.now, subject, roles)));
    }

    HttpResponse<String> launch(Map<String, String> asked, String token) {
        return post("/lti/launch", Map.of("state", asked.get("state"), "id_token", token));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(tool.origin() + path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, "application/x-www-form-urlencoded", form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&")));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(tool.origin() + path)).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.header("Accept-Language", language);
        if (!site.isEmpty()) {
            request.header("Sec-Fetch-Site", site);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";")[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
