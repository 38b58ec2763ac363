// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The limits for whoever writes to learners beside the plan of revisits, so that all of them together stay within them:
 * ask, count, send. What is counted and then not sent is taken back; a process that dies in between has counted once too
 * often and never once too rarely. Thread-safe.
 */
@ProviderType
public interface OtherContacts {
    /**
     * Why a learner must not be written to now: consent, quiet hours, caps, in which what the plan has arranged counts too.
     *
     * @param purpose for which consent is needed, as {@code revisit}
     * @param key of the message; what was counted by it before does not stand in its own way
     * @return empty when it may be sent at this moment
     */
    Optional<Hold> barrier(TenantId tenant, UUID learner, String purpose, String channel, String key, Instant at);

    /** Counts a message against the caps; once for a key, however often it is said. */
    void counts(TenantId tenant, UUID learner, String channel, String key, Instant at);

    /** Takes back what was counted, because the channel did not take it. */
    void countsNot(TenantId tenant, String key);
}
