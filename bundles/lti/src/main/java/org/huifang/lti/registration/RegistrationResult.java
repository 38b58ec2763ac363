// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.Set;
import org.huifang.lti.Registration;
import org.jspecify.annotations.Nullable;

/** What came of a registration. */
public sealed interface RegistrationResult {
    /**
     * The platform made a client. It may still wait for its own administrator (Moodle: "pending").
     *
     * @param platform what the platform says of itself
     * @param clientId the tool's client_id
     * @param deploymentIds the deployment the answer named; where it names none, see
     *            {@link org.huifang.lti.Registrations#firstDeployment}
     * @param scopes what the platform granted; what was asked for when it does not say
     * @param managementUri where the registration can be read again; null when not sent
     */
    record Registered(PlatformConfiguration platform, String clientId, Set<String> deploymentIds, Set<String> scopes,
            @Nullable URI managementUri) implements RegistrationResult {
        /** Copies the sets, so that the value cannot change. */
        public Registered {
            deploymentIds = Set.copyOf(deploymentIds);
            scopes = Set.copyOf(scopes);
        }

        /**
         * The registration to keep, switched off until somebody agrees.
         *
         * @param id the caller's own key
         * @return without anonymous launches
         */
        public Registration toRegistration(String id) {
            return new Registration(id, platform.issuer(), clientId, deploymentIds, platform.authorizationEndpoint(),
                    platform.tokenEndpoint(), platform.tokenAudience(), platform.jwksUri(), false, false);
        }
    }

    /**
     * No client was made, as far as the tool knows.
     *
     * @param reason why
     * @param detail for the log and the administrator, without tokens
     */
    record Failed(RegistrationFailure reason, String detail) implements RegistrationResult {}
}
