// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How the platform opens a tool: it sends the frame or window to the tool's login.
 *
 * @param storage where a tool whose cookies are blocked may keep a little: {@code _parent}, a frame's name, or nothing
 */
record Opening(String issuer, String storage) {
    /** The frame for storage, as the specification allows it. */
    static final String FRAME = "lti_storage";

    /** Escaped for HTML. */
    String address(Client client, String user, Hint hint) {
        String target = hint.picks() && client.deepLink() != null
                ? client.deepLink().toString()
                : client.target().toString();
        String address = client.login() + (client.login().getRawQuery() == null ? "?" : "&") + "iss="
                + encoded(issuer) + "&login_hint=" + encoded(user) + "&target_link_uri=" + encoded(target)
                + "&lti_message_hint=" + encoded(hint.toString()) + "&client_id=" + encoded(client.id())
                + "&lti_deployment_id=" + encoded(client.deployment())
                + (storage.isEmpty() ? "" : "&lti_storage_target=" + storage);
        return Words.text(address);
    }

    /** @param asked {@code parent} or {@code frame} */
    static String storage(String asked) {
        return switch (asked) {
            case "parent" -> "_parent";
            case "frame" -> FRAME;
            default -> "";
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
