// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.List;
import java.util.Optional;

/**
 * The registrations the caller holds. Called for every login and launch, from many threads: answer from memory or by
 * a key. Disabled ones are returned too, so that the refusal says so.
 */
public interface Registrations {
    /**
     * All registrations of an issuer.
     *
     * @param issuer the issuer as the platform sent it
     * @return empty when the issuer is unknown
     */
    List<Registration> byIssuer(String issuer);

    /**
     * One registration.
     *
     * @param id a {@link Registration#id()}
     * @return empty when it was removed meanwhile
     */
    Optional<Registration> byId(String id);

    /**
     * Whether a registration that has no deployment at all may take its first one. Some platforms (D2L, Blackboard) name
     * none when a tool is registered and send it with the first launch. Asked for launches that are genuine in every
     * other respect; when the answer is true, keep the deployment with the registration before answering. Of
     * simultaneous calls for different deployments at most one may be answered with true.
     *
     * @param registration without deployments
     * @param deploymentId signed by the platform
     * @return false to refuse the launch, which is what happens unless this is implemented
     */
    default boolean firstDeployment(Registration registration, String deploymentId) {
        return false;
    }
}
