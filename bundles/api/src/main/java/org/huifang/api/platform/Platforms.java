// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** The course platforms that may launch Huifang. Thread-safe; what returned is committed. */
@ProviderType
public interface Platforms {
    List<Platform> all(TenantId tenant);

    Optional<Platform> find(TenantId tenant, UUID id);

    /**
     * Registers a platform; again with the same issuer and client id it adds the deployment and updates the URLs.
     *
     * @throws IllegalArgumentException naming the argument when a URL is not absolute http(s) or a text is empty
     */
    Platform add(TenantId tenant, String issuer, String clientId, String deployment, URI authUrl, URI tokenUrl,
            URI jwksUrl);

    /** Fetches the roster of a course from its platform now, where a launch gave the address for it. */
    RosterSync syncRoster(TenantId tenant, UUID course);
}
