// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a platform says of itself (LTI Dynamic Registration 1.0, section 3.4).
 *
 * @param issuer compared character by character ever after
 * @param authorizationEndpoint where the login sends the browser
 * @param tokenEndpoint where access tokens come from
 * @param tokenAudience the aud of the client assertion when it is not the token endpoint; null otherwise
 * @param jwksUri the platform's public keys
 * @param registrationEndpoint where the tool introduces itself
 * @param scopes what can be asked for; empty when the platform does not say
 * @param claims what can be asked for; empty when the platform does not say
 * @param messages the message types the platform sends; empty when it does not say
 * @param variables the substitution variables it knows; empty when it does not say
 * @param product the product family, for example {@code moodle} or {@code canvas}; null when not said
 * @param version the product's version; null when not said
 */
public record PlatformConfiguration(String issuer, URI authorizationEndpoint, URI tokenEndpoint,
        @Nullable String tokenAudience, URI jwksUri, URI registrationEndpoint, Set<String> scopes, Set<String> claims,
        Set<String> messages, Set<String> variables, @Nullable String product, @Nullable String version) {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    /** Copies the sets, so that the value cannot change. */
    public PlatformConfiguration {
        scopes = Set.copyOf(scopes);
        claims = Set.copyOf(claims);
        messages = Set.copyOf(messages);
        variables = Set.copyOf(variables);
    }

    static Optional<PlatformConfiguration> of(Json c) {
        String issuer = c.text("issuer");
        URI authorization = c.web("authorization_endpoint");
        URI token = c.web("token_endpoint");
        URI jwks = c.web("jwks_uri");
        URI registration = c.web("registration_endpoint");
        if (issuer == null || Json.webUri(issuer) == null || authorization == null || token == null || jwks == null
                || registration == null) {
            return Optional.empty();
        }
        Json lti = c.object(LTI);
        return Optional.of(new PlatformConfiguration(issuer, authorization, token, c.text("authorization_server"),
                jwks, registration, Set.copyOf(c.texts("scopes_supported")), Set.copyOf(c.texts("claims_supported")),
                messages(lti), Set.copyOf(lti.texts("variables")), lti.text("product_family_code"),
                lti.text("version")));
    }

    private static Set<String> messages(Json lti) {
        return lti.objects("messages_supported").stream().map(m -> String.valueOf(m.text("type")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
