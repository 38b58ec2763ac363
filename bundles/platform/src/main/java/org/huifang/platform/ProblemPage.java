// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.huifang.lti.ReasonCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page for everything that is refused: what did not happen, why, what now, reference. */
final class ProblemPage {
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPage.class);

    private ProblemPage() {
    }

    static void send(HttpServletRequest request, HttpServletResponse response, ReasonCode reason, String reference)
            throws IOException {
        send(request, response, status(reason), sentence(reason), shown(reason), reference);
    }

    /** The database or the archive is away. */
    static void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        send(request, response, 503, "away", "unavailable", "-");
    }

    /** A mistake of ours: the log has it under the reference, the page tells nothing of it. */
    static void failed(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        String reference = Refusals.reference();
        LOG.error("{} failed, reference {}", request.getServletPath(), reference, failure);
        response.reset();
        send(request, response, 500, "away", "failed", reference);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, int status, String sentence,
            String code, String reference) throws IOException {
        ResourceBundle words = words(request);
        String html = """
                <!doctype html><html lang="%s"><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>\
                <style>:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;\
                margin:3rem auto;padding:0 1rem}h1{font-size:1.25rem}small{opacity:.75}</style>\
                <main><h1>%s</h1><p>%s</p><p><small>%s %s · %s</small></p></main></html>
                """.formatted(words.getString("lang"), words.getString("title"), words.getString("title"),
                words.getString(sentence), words.getString("reference"), reference, code);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // shown inside the platform's frame, whichever platform it was; there is nothing to click on
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    static int status(ReasonCode reason) {
        return switch (reason) {
            case TOO_LARGE -> 413;
            case KEYS_UNAVAILABLE -> 503;
            case KID_MISSING, KID_UNKNOWN, ALG, HEADER, SIGNATURE, ISSUER, AUDIENCE, AZP, NONCE, NONCE_REPLAYED,
                    EXPIRED, IAT, STATE, STATE_FOREIGN, DEPLOYMENT, REGISTRATION_UNKNOWN, REGISTRATION_DISABLED,
                    PLATFORM_ERROR ->
                403;
            default -> 400;
        };
    }

    /** Whether a registration exists, is off or knows a deployment is nobody's business; the record holds it. */
    private static String shown(ReasonCode reason) {
        return switch (reason) {
            case REGISTRATION_DISABLED, DEPLOYMENT, REGISTRATION_UNKNOWN -> "registration";
            default -> reason.code();
        };
    }

    private static String sentence(ReasonCode reason) {
        return switch (reason) {
            case STATE, NONCE_REPLAYED, EXPIRED, NONCE -> "again";
            case STATE_FOREIGN -> "cookie";
            case PLATFORM_ERROR -> "declined";
            case KEYS_UNAVAILABLE -> "keys";
            default -> "mismatch";
        };
    }

    private static ResourceBundle words(HttpServletRequest request) {
        for (Locale wanted : Collections.list(request.getLocales())) {
            if (wanted.getLanguage().equals("en")) {
                break;
            }
            if (wanted.getLanguage().equals("zh")) {
                boolean bare = wanted.getCountry().isEmpty() && wanted.getScript().isEmpty();
                return ResourceBundle.getBundle("org.huifang.platform.words",
                        bare ? Locale.forLanguageTag("zh-Hans") : wanted, ProblemPage.class.getClassLoader(),
                        NO_FALLBACK);
            }
        }
        return ResourceBundle.getBundle("org.huifang.platform.words", Locale.ROOT, ProblemPage.class.getClassLoader(),
                NO_FALLBACK);
    }
}
