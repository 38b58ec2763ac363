// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.huifang.lti.registration.PlatformConfiguration;
import org.jspecify.annotations.Nullable;

/** What a platform's admin sees while registering. */
record RegisterPage(Words words, Map<String, String> asked) {
    @Nullable
    String token() {
        String token = asked.get("registration_token");
        return token == null || token.isEmpty() ? null : token;
    }

    /** One button. */
    void offer(HttpServletResponse response, PlatformConfiguration platform) throws IOException {
        Map<String, String> again = new LinkedHashMap<>();
        for (String name : new String[]{"invite", "openid_configuration", "registration_token"}) {
            if (asked.containsKey(name)) {
                again.put(name, Objects.requireNonNull(asked.get(name)));
            }
        }
        send(response, 200, frame(platform), words.say("register.title"),
                "<h1>" + words.say("register.title") + "</h1><p>"
                        + words.say("register.why", platform.issuer()) + "</p><ul><li>" + words.say("register.roster")
                        + "</li><li>" + words.say("register.grades") + "</li><li>" + words.say("register.place")
                        + "</li></ul><form method=\"post\" action=\"/lti/register\">" + Page.hidden(again)
                        + "<button class=\"primary\" id=\"register\">" + words.say("register.do") + "</button></form>");
    }

    /** @param approved whether nobody here has to agree any more */
    void done(HttpServletResponse response, PlatformConfiguration platform, boolean approved) throws IOException {
        String product = Objects.requireNonNullElse(platform.product(), "");
        String next = product.equals("moodle")
                ? "<ol><li>" + words.say("register.moodle.activate") + "</li><li>"
                        + words.say("register.moodle.chooser") + "</li></ol>"
                : "<p>" + words.say("register.elsewhere") + "</p>";
        send(response, 200, frame(platform), words.say("register.done"),
                "<h1 id=\"registered\">" + words.say("register.done")
                        + "</h1><p>" + words.say(approved ? "register.approved" : "register.pending") + "</p>" + next
                        + "<button class=\"primary\" id=\"close\">" + words.say("register.close")
                        + "</button><script src=\"/lti/files/close.js\"></script>");
    }

    /** In whoever's frame: there is nothing to press. */
    void refused(HttpServletResponse response, String code, String reference) throws IOException {
        String sentence = switch (code) {
            case "invite" -> "register.invite";
            case "address_refused", "unreachable", "configuration_unreadable" -> "register.unreachable";
            case "token_refused" -> "register.token";
            default -> "register.mismatch";
        };
        send(response, code.equals("invite") ? 403 : 400, "*", words.say("register.failed"), "<h1>"
                + words.say("register.failed") + "</h1><p>" + words.say(sentence) + "</p><p><small>"
                + words.say("reference") + " " + Words.text(reference) + " · " + Words.text(code) + "</small></p>");
    }

    /** Framed by whoever the configuration belongs to: nothing on the page does anything without the invitation. */
    private void send(HttpServletResponse response, int status, String frame, String title, String body)
            throws IOException {
        new Page(words, title, body).send(response, status, frame, "");
    }

    /** The platform's pages may lie where people sign in, and not where the configuration is. */
    private String frame(PlatformConfiguration platform) {
        return frame() + " " + Page.origin(platform.authorizationEndpoint());
    }

    private String frame() {
        try {
            return Page.origin(URI.create(asked.getOrDefault("openid_configuration", "")));
        } catch (IllegalArgumentException e) {
            return "'none'";
        }
    }
}
