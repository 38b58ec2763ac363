// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.time.LocalDate;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether the timelines still are what was recorded. Some minutes after they were recorded, facts are sealed into a hash
 * chain: the SHA-256 of each block covers the one before and each fact in it, so whoever kept an {@link Anchor} outside
 * notices later when anything up to it was changed, added or taken away, also by who may write to the database.
 * Thread-safe.
 */
@ProviderType
public interface History {
    /**
     * The end of the chain on a day: to be kept where nobody who can write to the database can write.
     *
     * @param day in UTC
     * @param block number of the day's last block so far, from 1
     * @param facts how many are sealed up to it
     * @param hash SHA-256 in lower-case hexadecimal
     */
    record Anchor(LocalDate day, long block, long facts, String hash) {}

    /**
     * How the chain stands.
     *
     * @param last the newest anchor; null as long as nothing is sealed
     * @param checked when the last check of the whole chain was done; null before the first
     * @param wrong the first block that the last check found otherwise than it was sealed; null when all is as it was
     * @param checking whether a check is under way
     */
    record State(@Nullable Anchor last, @Nullable Instant checked, @Nullable Long wrong, boolean checking) {}

    /** How the chain of a school stands. */
    State state(TenantId tenant);

    /**
     * One anchor a day on which anything was sealed, newest first.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<Anchor> anchors(TenantId tenant, @Nullable String after, int limit);

    /** Checks the chain from its beginning, soon; it is checked each day anyhow. While it is being checked, does nothing. */
    void check(TenantId tenant);
}
