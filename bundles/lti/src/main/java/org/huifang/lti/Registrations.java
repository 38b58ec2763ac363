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
}
