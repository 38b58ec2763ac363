// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.access;

import java.util.Map;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers for 24 hours what writes under an idempotency key were answered, over all nodes and restarts. Thread-safe;
 * what returned is committed.
 */
@ProviderType
public interface Repeats {
    /** A write, and by whom. @param key 1 to 255 characters, chosen by the caller */
    record Write(TenantId tenant, String caller, String key) {}

    /** An answer as it was given. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** What is to be done with a write. */
    sealed interface Turn {
        /** Carry it out, then say {@link #finish} or {@link #abandon}. */
        record First() implements Turn {}

        /** The same is being carried out now. One that never ends, because its node died, is in flight for a minute. */
        record InFlight() implements Turn {}

        /** The key was used for another request. */
        record Other() implements Turn {}

        /** It was carried out, with this answer. */
        record Again(Answer answer) implements Turn {}
    }

    /**
     * Begins a write; of several at once one is first.
     *
     * @param request a digest of method, address and body
     */
    Turn begin(Write write, byte[] request);

    /** Keeps the answer of a write. */
    void finish(Write write, Answer answer);

    /** Nothing was done; the key is free again. */
    void abandon(Write write);
}
