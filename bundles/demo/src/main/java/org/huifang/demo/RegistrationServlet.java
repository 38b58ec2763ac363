// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /demo/.well-known/openid-configuration} and {@code /demo/register}: tools register themselves. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/.well-known/openid-configuration", "/register"})
@HttpWhiteboardContextSelect(DemoContext.SELECT)
public final class RegistrationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 128 * 1024;
    private final transient Campus campus;
    private final transient Place place;
    private final transient Clients clients;
    private final transient Quirks quirks;

    @Activate
    public RegistrationServlet(@Reference Campus campus, @Reference Place place, @Reference Clients clients,
            @Reference Quirks quirks) {
        this.campus = campus;
        this.place = place;
        this.clients = clients;
        this.quirks = quirks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/register")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Answer.json(response, 200, configuration());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String bearer = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!bearer.startsWith("Bearer ") || !clients.use(bearer.substring(7))) {
            Answer.json(response, 401, Map.of("error", "invalid_token"));
            return;
        }
        try {
            String body = new String(request.getInputStream().readNBytes(MOST), StandardCharsets.UTF_8);
            Client client = clients.register(Registering.read(body));
            Answer.json(response, 200, told(client));
        } catch (Registering.Refused e) {
            Answer.json(response, 400, Map.of("error", "invalid_client_metadata", "error_description", e.why()));
        }
    }

    private Map<String, Object> told(Client client) {
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("domain", client.target().getRawAuthority());
        tool.put("target_link_uri", client.target().toString());
        tool.put("custom_parameters", client.custom());
        if (!quirks.has(Quirk.NO_DEPLOYMENT)) {
            tool.put("deployment_id", client.deployment());
        }
        tool.put("claims", List.of("iss", "sub", "name", "email"));
        tool.put("messages", List.of(Map.of("type", "LtiResourceLinkRequest")));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("client_id", client.id());
        told.put("application_type", "web");
        told.put("response_types", List.of("id_token"));
        told.put("grant_types", List.of("client_credentials", "implicit"));
        told.put("initiate_login_uri", client.login().toString());
        told.put("redirect_uris", client.redirects());
        told.put("client_name", client.name());
        told.put("jwks_uri", client.jwks().toString());
        told.put("token_endpoint_auth_method", "private_key_jwt");
        told.put("scope", String.join(" ", client.scopes()));
        told.put(Registering.TOOL, tool);
        return told;
    }

    private String configuration() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", campus.issuer());
        all.put("authorization_endpoint", campus.at("/auth"));
        all.put("token_endpoint", campus.tokenUrl());
        all.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        all.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
        all.put("jwks_uri", campus.at("/jwks"));
        // tools are told to register only where the issuer is
        all.put("registration_endpoint", place.tool() + "/demo/register");
        all.put("scopes_supported", Scopes.ALL);
        all.put("response_types_supported", List.of("id_token"));
        all.put("subject_types_supported", List.of("public", "pairwise"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        all.put("claims_supported", List.of("sub", "iss", "name", "given_name", "family_name", "email"));
        all.put("https://purl.imsglobal.org/spec/lti-platform-configuration",
                Map.of("product_family_code", quirks.on().containsAll(Quirk.MOODLE) ? "moodle" : "lantern", "version",
                        "1.0",
                        "messages_supported",
                        List.of(Map.of("type", "LtiResourceLinkRequest"),
                                Map.of("type", "LtiDeepLinkingRequest", "placements", List.of("ContentArea"))),
                        "variables", List.of("CourseSection.timeFrame.begin", "CourseSection.timeFrame.end",
                                "Person.address.timezone")));
        return JSONObjectUtils.toJSONString(all);
    }
}
