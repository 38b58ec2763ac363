// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;

/**
 * A registration of Huifang as an LTI 1.3 tool on a course platform.
 *
 * @param id ours, opaque
 * @param issuer as the platform's id_token says it, compared exactly
 * @param clientId given by the platform; unique within the issuer
 * @param deployments the deployment ids that may launch
 * @param authUrl where the platform's OIDC authentication begins
 * @param tokenUrl where service tokens are fetched
 * @param jwksUrl where the platform's keys are
 * @param enabled a disabled registration launches nobody
 */
public record Platform(TenantId tenant, UUID id, String issuer, String clientId, Set<String> deployments, URI authUrl,
        URI tokenUrl, URI jwksUrl, boolean enabled) {
    public Platform {
        deployments = Set.copyOf(deployments);
    }
}
