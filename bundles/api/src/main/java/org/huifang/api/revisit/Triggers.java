// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** The rules for special cases. Thread-safe; what returned is committed. */
@ProviderType
public interface Triggers {
    List<Trigger> all(TenantId tenant);

    /** Keeps a rule, or replaces the one of the same id. What is true already when a rule goes live fires nothing. */
    void save(TenantId tenant, Trigger trigger);

    /**
     * As {@link #save(TenantId, Trigger)}, as long as the rule still is what somebody has seen.
     *
     * @return false when it is otherwise by now or was removed: nothing was kept then
     */
    boolean save(TenantId tenant, Trigger seen, Trigger trigger);

    void remove(TenantId tenant, UUID id);

    /** For whom the rule would have fired between two moments, by the same code that fires it. It changes nothing. */
    Trial test(TenantId tenant, Trigger trigger, Instant from, Instant to);

    /**
     * What a test found.
     *
     * @param people for how many persons
     * @param firings at most 500 of them, oldest first
     */
    record Trial(long people, long times, List<Firing> firings) {}

    /** It would have fired. */
    record Firing(UUID learner, UUID course, Instant at) {}
}
