// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.huifang.lti.ReasonCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page for everything that is refused: what did not happen, why, what now, reference. */
final class ProblemPage {
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
        Words words = Words.of(request);
        String html = """
                <!doctype html><html lang="%s"><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>\
                <style>:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;\
                margin:3rem auto;padding:0 1rem}h1{font-size:1.25rem}small{opacity:.75}</style>\
                <main><h1>%s</h1><p>%s</p><p><small>%s %s · %s</small></p></main></html>
                """.formatted(words.plain("lang"), words.plain("title"), words.plain("title"),
                words.plain(sentence), words.plain("reference"), reference, code);
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
}
