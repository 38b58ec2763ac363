// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.door;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Scope;
import org.huifang.api.access.TokenAnswer;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Awaited;
import org.huifang.rest.Json;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /oauth/token}: client credentials with private_key_jwt (RFC 6749 section 4.4, RFC 7523). */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/oauth/token")
public final class TokenServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final transient Awaited<Clients> clients = new Awaited<>();

    @Activate
    public TokenServlet() {
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindClients(Clients service) {
        clients.bind(service);
    }

    void unbindClients(Clients service) {
        clients.unbind(service);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!request.isSecure() && !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            refuse(response, 403, "invalid_request");
        } else if (request.getQueryString() != null || !form(request)) {
            refuse(response, 400, "invalid_request");
        } else if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            refuse(response, 400, "unsupported_grant_type");
        } else if (!ASSERTION.equals(request.getParameter("client_assertion_type"))) {
            refuse(response, 401, "invalid_client");
        } else {
            exchange(request, response);
        }
    }

    private static boolean form(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("application/x-www-form-urlencoded") && request.getParameterMap()
                .values().stream().allMatch(values -> values.length == 1);
    }

    private void exchange(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            TokenAnswer answer = clients.there()
                    .exchange(Objects.requireNonNullElse(request.getParameter("client_assertion"), ""),
                            Objects.requireNonNullElse(request.getParameter("scope"), ""));
            switch (answer) {
                case TokenAnswer.Granted granted -> write(response, 200,
                        Map.of("access_token", granted.token(), "token_type", "Bearer", "expires_in",
                                granted.life().toSeconds(), "scope", granted.scopes().stream().sorted().map(Scope::key)
                                        .collect(Collectors.joining(" "))));
                case TokenAnswer.InvalidClient wrong -> refuse(response, 401, "invalid_client");
                case TokenAnswer.KeyNotFound(String sentence) ->
                    write(response, 401, Map.of("error", "invalid_client", "error_description", sentence));
                case TokenAnswer.InvalidScope more -> refuse(response, 400, "invalid_scope");
            }
        } catch (StoreUnavailable away) {
            response.setHeader("Retry-After", "2");
            refuse(response, 503, "temporarily_unavailable");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String error) throws IOException {
        write(response, status, Map.of("error", error));
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(Json.bytes(body));
    }
}
