// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.util.Optional;
import org.huifang.lti.DeepLinkingSettings;
import org.huifang.lti.LtiLaunch;

/**
 * What must be kept of a deep linking launch until the teacher has chosen. Keep it on the server: whoever could change
 * it could make the tool sign for another platform.
 *
 * @param issuer the platform
 * @param clientId the tool's client_id there
 * @param deploymentId the deployment of the launch
 * @param settings what the platform takes
 */
public record DeepLinkingRequest(String issuer, String clientId, String deploymentId, DeepLinkingSettings settings) {
    /**
     * Takes it out of a verified launch.
     *
     * @param launch any launch
     * @return empty when it is no deep linking
     */
    public static Optional<DeepLinkingRequest> of(LtiLaunch launch) {
        return Optional.ofNullable(launch.deepLinking()).map(
                settings -> new DeepLinkingRequest(launch.issuer(), launch.clientId(), launch.deploymentId(),
                        settings));
    }
}
