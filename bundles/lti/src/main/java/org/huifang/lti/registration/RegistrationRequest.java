// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huifang.lti.json.Json;

/** The body that a tool posts (LTI Dynamic Registration 1.0, section 3.5). */
record RegistrationRequest(ToolProfile tool, PlatformConfiguration platform) {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    String json() {
        Body body = new Body().put("application_type", "web").put("response_types", List.of("id_token"))
                .put("grant_types", List.of("implicit", "client_credentials"))
                .put("initiate_login_uri", tool.loginUri()).put("redirect_uris", redirects())
                .put("client_name", tool.name()).put("jwks_uri", tool.jwksUri()).put("logo_uri", tool.logo())
                .put("client_uri", tool.home()).put("policy_uri", tool.policy()).put("tos_uri", tool.terms())
                .put("contacts", tool.contacts()).put("token_endpoint_auth_method", "private_key_jwt")
                .put("scope", String.join(" ", scopes()));
        tool.names().forEach((language, name) -> body.put("client_name#" + language, name));
        return Json.write(body.put(LTI, configuration()).members());
    }

    private Map<String, Object> configuration() {
        return new Body().put("domain", tool.domain()).put("description", tool.description())
                .put("target_link_uri", tool.targetLinkUri()).put("custom_parameters", tool.custom())
                .put("claims", tool.claims()).put("messages", messages()).members();
    }

    private List<String> redirects() {
        return Stream.concat(Stream.of(tool.site().redirectUri()), tool.otherRedirectUris().stream()).distinct()
                .map(URI::toString).toList();
    }

    /** Some platforms decline a request for a scope they do not know. */
    Set<String> scopes() {
        Set<String> scopes = new TreeSet<>(tool.scopes());
        if (!platform.scopes().isEmpty()) {
            scopes.retainAll(platform.scopes());
        }
        return scopes;
    }

    /** Only what the platform says it sends; everything where it does not say. */
    private List<Map<String, Object>> messages() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (OfferedMessage message : tool.messages()) {
            if (platform.messages().isEmpty() || platform.messages().contains(message.type().claim())) {
                messages.add(message.json(tool.targetLinkUri()));
            }
        }
        return messages;
    }
}
