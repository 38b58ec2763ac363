// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists of files by rule. A rule is looked at anew each time, so a segment always holds whom it fits now. Thread-safe;
 * throws {@link org.huifang.api.archive.ArchiveUnavailable} as the archive does.
 */
@ProviderType
public interface Segments {
    /**
     * The files of which a condition is true and that a search finds.
     *
     * @param search as in {@link org.huifang.api.archive.LearnerArchive#find}; empty for all
     * @param after {@link Page#next()} of the page before, or null for the first
     * @param limit 1 to 500
     */
    Page<Listed> find(TenantId tenant, Condition condition, String search, Order order, @Nullable String after,
            int limit);

    /** How many files {@link #find} would go through, up to 10,000; 10,001 is "more than that". */
    long count(TenantId tenant, Condition condition, String search);

    /** Why this file fits a condition or not; empty when there is no such file. */
    Optional<Why> explain(TenantId tenant, Condition condition, UUID learner);

    /** Those of everybody and the account's own, by name. */
    List<Segment> all(TenantId tenant, UUID account);

    Optional<Segment> segment(TenantId tenant, UUID id);

    /** Keeps a segment, or replaces the one of the same id; doing so twice is doing so once. */
    void save(TenantId tenant, Segment segment);

    /** Forgets a segment; nothing happens when it is gone already. No file changes. */
    void remove(TenantId tenant, UUID id);
}
