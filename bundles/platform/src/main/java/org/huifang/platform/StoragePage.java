// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huifang.lti.LoginResult;
import org.huifang.lti.LoginState;
import org.huifang.lti.Registration;
import org.huifang.lti.storage.StorageExchange;
import org.huifang.lti.storage.StoragePages;
import org.huifang.lti.storage.StorageWords;
import org.jspecify.annotations.Nullable;

/** The pages for browsers that keep no cookie here: the platform's window keeps a value, or a new window is opened. */
final class StoragePage {
    private static final URI SCRIPT = URI.create("/lti/files/storage.js");

    private StoragePage() {
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, StorageExchange exchange,
            LoginResult.Redirect go, Map<String, String> login) throws IOException {
        send(response, StoragePages.keep(exchange, go, login, URI.create("/lti/login"), SCRIPT, words(request)),
                exchange.origin());
    }

    static void ask(HttpServletRequest request, HttpServletResponse response, StorageExchange exchange,
            Map<String, String> form) throws IOException {
        send(response, StoragePages.ask(exchange, form, URI.create("/lti/launch"), SCRIPT, words(request)),
                exchange.origin());
    }

    /** The same login anew in a window of its own, where the cookie is not a third party's. */
    static void window(HttpServletRequest request, HttpServletResponse response, LoginState login,
            @Nullable String hint, Registration registration, String reference) throws IOException {
        Words words = Words.of(request);
        Map<String, String> again = new LinkedHashMap<>();
        again.put("iss", registration.issuer());
        again.put("client_id", registration.clientId());
        again.put("login_hint", hint == null ? "" : hint);
        again.put("target_link_uri", login.targetLinkUri());
        put(again, "lti_message_hint", login.messageHint());
        put(again, "lti_deployment_id", login.deploymentId());
        String form = hint == null
                ? ""
                : "<form method=\"post\" target=\"_blank\" action=\"/lti/login\">" + Page.hidden(again)
                        + "<button class=\"primary\" id=\"window\">" + words.say("window.open") + "</button></form>";
        new Page(words, words.plain("title"), "<h1>" + words.say("title") + "</h1><p>" + words.say("cookie") + "</p>"
                + form + "<p><small>" + words.say("reference") + " " + Words.text(reference)
                + " · state_foreign</small></p>").send(response, 403, Page.origin(registration.authorizationEndpoint()),
                        Page.origin(registration.authorizationEndpoint()));
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static StorageWords words(HttpServletRequest request) {
        Words words = Words.of(request);
        return new StorageWords(words.plain("lang"), words.plain("storage.title"), words.plain("storage.waiting"),
                words.plain("storage.failed"), words.plain("window.open"));
    }

    private static void send(HttpServletResponse response, String html, String platform) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // an origin has to come with the post that brings the value back
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; base-uri 'none';"
                + " form-action 'self' " + platform + "; frame-ancestors " + platform);
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
