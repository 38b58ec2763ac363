// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.time.Instant;
import java.util.List;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** Counts learning events that were accepted and mean nothing to a learner's file. Thread-safe. */
@ProviderType
public interface UnmappedEvents {
    /**
     * How often a kind of event came.
     *
     * @param type as {@code caliper:NavigationEvent/NavigatedTo}
     */
    record Count(String source, String type, long times, Instant last) {}

    /** So many more of this kind. A kind that is one too many of its source is counted as {@code other}. */
    void count(TenantId tenant, String source, String type, long times);

    /** All, most frequent first. */
    List<Count> counts(TenantId tenant);
}
