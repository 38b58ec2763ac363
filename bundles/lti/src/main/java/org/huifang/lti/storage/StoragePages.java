// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.lti.LoginResult;

/**
 * The two pages, whole. Nothing in them is a script of its own: serve {@link StorageScript#text()} at an address of the
 * tool and send {@code Content-Security-Policy: default-src 'none'; script-src 'self'; form-action 'self' PLATFORM},
 * {@code Cache-Control: no-store} and {@code Referrer-Policy: same-origin}.
 */
public final class StoragePages {
    private StoragePages() {
    }

    /**
     * Keeps the browser's secret, then goes to the platform. When the platform does not answer, a button begins the
     * login anew in a window of its own, where the cookie is not a third party's.
     *
     * @param exchange what {@link StorageExchange#keeping} said
     * @param go the login
     * @param login the parameters of the login request, which the button posts again
     * @param loginUri where logins begin
     * @param script where {@link StorageScript#text()} is served
     * @param words the texts
     * @return HTML
     */
    public static String keep(StorageExchange exchange, LoginResult.Redirect go, Map<String, String> login,
            URI loginUri, URI script, StorageWords words) {
        String data = data(exchange, "put") + attribute("data-value", go.browserSecret())
                + attribute("data-next", go.request().location().toString());
        String fields = fields(login.entrySet().stream().filter(e -> !e.getKey().equals("lti_storage_target"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return page(words, script, data, "<form id=\"again\" method=\"post\" target=\"_blank\""
                + attribute("action", loginUri.toString()) + ">" + fields + "<button>" + escape(words.newWindow())
                + "</button></form>");
    }

    /**
     * Asks for the secret, then posts the launch again together with it.
     *
     * @param exchange what {@link StorageExchange#asking} said
     * @param form the posted parameters: state and id_token go back, nothing else
     * @param launchUri where launches are posted
     * @param script where {@link StorageScript#text()} is served
     * @param words the texts
     * @return HTML
     */
    public static String ask(StorageExchange exchange, Map<String, String> form, URI launchUri, URI script,
            StorageWords words) {
        Map<String, String> again = Map.of("state", form.getOrDefault("state", ""), "id_token",
                form.getOrDefault("id_token", ""), StorageAnswer.FIELD, "");
        return page(words, script, data(exchange, "get"), "<form id=\"launch\" method=\"post\""
                + attribute("action", launchUri.toString()) + ">" + fields(again) + "</form>");
    }

    private static String page(StorageWords words, URI script, String data, String form) {
        return "<!doctype html><html" + attribute("lang", words.language()) + "><head><meta charset=\"utf-8\"><title>"
                + escape(words.title()) + "</title><script defer" + attribute("src", script.toString())
                + "></script></head><body><main id=\"lti-storage\"" + data + "><p id=\"wait\" role=\"status\">"
                + escape(words.waiting()) + "</p><div id=\"failed\" hidden><p role=\"alert\">" + escape(words.failed())
                + "</p>" + form + "</div><noscript><p>" + escape(words.failed())
                + "</p></noscript></main></body></html>";
    }

    private static String data(StorageExchange exchange, String mode) {
        return attribute("data-mode", mode) + attribute("data-target", exchange.target())
                + attribute("data-origin", exchange.origin()) + attribute("data-key", exchange.key());
    }

    private static String fields(Map<String, String> values) {
        return values.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> "<input type=\"hidden\"" + attribute("name", e.getKey()) + attribute("value", e.getValue())
                        + ">")
                .collect(Collectors.joining());
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escape(value) + "\"";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
