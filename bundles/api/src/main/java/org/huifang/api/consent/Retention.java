// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How long data is kept, what is due for erasure, and what keeps it all the same. It erases nothing: the list is a dry
 * run. The classes are {@code contact} (who somebody is and how to reach them), {@code note} (what agents wrote and
 * learners commented) and {@code consent} (the ledger); their periods are {@link Policies#RETENTION_OF}. Thread-safe;
 * what returned is committed.
 */
@ProviderType
public interface Retention {
    /** All holds of a person, newest first, those released included. */
    List<LegalHold> holds(TenantId tenant, UUID person);

    /**
     * Keeps everything of a person from erasure until {@link #release}; again with the same key it does nothing.
     *
     * @param author {@code staff:<account>}
     * @throws IllegalArgumentException when this tenant has no such file, or no reason is given
     */
    void hold(TenantId tenant, UUID key, UUID person, String reason, String author, Instant at);

    /** Ends a hold; for one that was released already it does nothing. */
    void release(TenantId tenant, UUID hold, String author, Instant at);

    /**
     * What would be erased now, and what is due and kept, by file.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit how many files are looked at, 1 to 500; a page may have fewer items, or none and a next one
     */
    Page<ErasureDue> due(TenantId tenant, Instant now, @Nullable String after, int limit);
}
