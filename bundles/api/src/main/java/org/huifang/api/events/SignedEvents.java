// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Checks events that a platform's vendor signs with keys it publishes. Thread-safe; may ask for the keys. */
@ProviderType
public interface SignedEvents {
    /**
     * What a Canvas data stream sent.
     *
     * @param token a compact JWT, signed by Instructure for whichever of its customers
     * @return the payload as JSON; empty when it is not signed by Instructure
     */
    Optional<String> canvas(String token);
}
