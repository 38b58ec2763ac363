// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a browser does of an LTI launch, without one: follows nothing by itself, keeps the cookies it is told to. */
public final class ToolClient {
    private final URI tool;
    private final PlatformPeer platform;
    private final HttpClient http;

    /** @param tool the base URL of Huifang, without a trailing slash */
    public ToolClient(URI tool, PlatformPeer platform, HttpClient http) {
        this.tool = tool;
        this.platform = platform;
        this.http = http;
    }

    /** An OIDC login that the tool answered: what it asks the platform for, and the cookies it set. */
    public record Login(String state, String nonce, String redirectUri, String cookies) {}

    /** Starts a login as the platform's page does. */
    public Login login() {
        var answer = send(HttpRequest.newBuilder(tool.resolve("/lti/login?" + form(Map.of("iss", platform.issuer(),
                "login_hint", "u1", "target_link_uri", target(), "client_id", "peer")))).GET());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("login answered " + answer.statusCode() + " " + answer.body());
        }
        var asked = Arrays.stream(answer.headers().firstValue("location").orElseThrow().split("\\?", 2)[1].split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
        var cookies = answer.headers().allValues("set-cookie").stream().map(c -> c.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return new Login(asked.getOrDefault("state", ""), asked.getOrDefault("nonce", ""),
                asked.getOrDefault("redirect_uri", ""), cookies);
    }

    /** Posts an id_token to where the login said, with the login's cookies. */
    public HttpResponse<String> launch(Login login, String idToken) {
        return post(login.redirectUri(), Map.of("state", login.state(), "id_token", idToken), login.cookies());
    }

    /** Posts one id_token fifty times at once, to these in turn; how many of the posts were taken. */
    public long taken(String idToken, Login... logins) throws InterruptedException {
        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            return browsers.invokeAll(IntStream.range(0, 50)
                    .mapToObj(n -> (Callable<Integer>) () -> launch(logins[n % logins.length], idToken).statusCode())
                    .toList()).stream().filter(post -> post.resultNow() < 400).count();
        }
    }

    /** A whole launch that is right in every way. */
    public HttpResponse<String> launch(String subject, String role, Instant now) {
        var login = login();
        return launch(login, platform.sign(platform.claims(subject, role, login.nonce(), target(), now).build()));
    }

    /** Posts a form. */
    public HttpResponse<String> post(String uri, Map<String, String> fields, String cookies) {
        var request = HttpRequest.newBuilder(URI.create(uri)).header("content-type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        return send(cookies.isEmpty() ? request : request.header("cookie", cookies));
    }

    public String target() {
        return tool + "/lti/launch";
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
