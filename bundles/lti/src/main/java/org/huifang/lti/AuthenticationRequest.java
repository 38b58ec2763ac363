// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The OIDC authentication request that answers a login: where the browser is sent next.
 *
 * @param endpoint the platform's authorization endpoint, possibly with a query of its own
 * @param parameters the request's parameters in order, not encoded
 */
public record AuthenticationRequest(URI endpoint, Map<String, String> parameters) {
    static AuthenticationRequest of(Registration registration, LoginRequest login, LoginState state, URI redirectUri) {
        Map<String, String> p = new LinkedHashMap<>();
        p.put("scope", "openid");
        p.put("response_type", "id_token");
        p.put("response_mode", "form_post");
        p.put("prompt", "none");
        p.put("client_id", registration.clientId());
        p.put("redirect_uri", redirectUri.toString());
        p.put("login_hint", login.loginHint());
        p.put("state", state.state());
        p.put("nonce", state.nonce());
        if (login.messageHint() != null) {
            p.put("lti_message_hint", login.messageHint());
        }
        return new AuthenticationRequest(registration.authorizationEndpoint(), p);
    }

    /**
     * The redirect's location.
     *
     * @return the endpoint with all parameters encoded, behind its own query if it has one
     */
    public URI location() {
        String query = parameters.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        String base = endpoint.toString().replaceFirst("#.*", "");
        return URI.create(base + (base.indexOf('?') < 0 ? "?" : base.endsWith("?") ? "" : "&") + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
