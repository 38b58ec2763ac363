// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a platform and this tool agreed on: one client_id at one issuer.
 *
 * @param id the caller's own key of this registration, unique over all issuers
 * @param issuer the platform's issuer, compared character by character
 * @param clientId the tool's client_id at that issuer
 * @param deploymentIds the deployments that may launch; a launch from any other is refused
 * @param authorizationEndpoint where the login sends the browser
 * @param tokenEndpoint where access tokens come from; null when the platform offers no services
 * @param tokenAudience the aud of the client assertion; null means the token endpoint itself
 * @param jwksUri the platform's public keys
 * @param anonymousAllowed whether launches without sub open; off unless the school asks for it
 * @param enabled whether logins and launches are served at all
 */
public record Registration(String id, String issuer, String clientId, Set<String> deploymentIds,
        URI authorizationEndpoint, @Nullable URI tokenEndpoint, @Nullable String tokenAudience, URI jwksUri,
        boolean anonymousAllowed, boolean enabled) {
    /** Copies the deployments, so that the value cannot change. */
    public Registration {
        deploymentIds = Set.copyOf(deploymentIds);
    }
}
