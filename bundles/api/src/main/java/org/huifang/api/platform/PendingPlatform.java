// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A platform that registered itself and waits for an admin.
 *
 * @param deployments what it said; empty when it said none, and then one is added by hand
 * @param product for example {@code moodle}; null when not said
 * @param issuerKnown whether another registration of the same issuer is in use: somebody may be registering twice
 */
public record PendingPlatform(UUID id, String issuer, String clientId, Set<String> deployments, URI authUrl,
        URI tokenUrl, URI jwksUrl, @Nullable String product, Instant at, boolean issuerKnown) {
    public PendingPlatform {
        deployments = Set.copyOf(deployments);
    }
}
