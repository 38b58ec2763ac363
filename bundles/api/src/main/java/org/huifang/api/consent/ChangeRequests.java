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
 * What learners ask to have changed in their files and staff decide about, because a name or a birth date is more than a
 * preference. Which fields these are says {@link Policies#REVIEWED_FIELDS}. Thread-safe; what returned is committed.
 */
@ProviderType
public interface ChangeRequests {
    /**
     * Keeps a request; the same key twice counts once.
     *
     * @param author {@code learner:<id>}
     * @return null, or why the value cannot be right: {@code empty}, or as
     * {@link org.huifang.api.archive.Edited.Refused#reason()}
     * @throws IllegalArgumentException when this tenant has no such file
     */
    @Nullable
    String ask(TenantId tenant, UUID key, UUID learner, String field, String value, String author, Instant at);

    /** A person's requests, newest first. */
    List<ChangeRequest> of(TenantId tenant, UUID person);

    /**
     * Those that nobody has decided about, oldest first.
     *
     * @param after {@link Page#next()} of the page before, or null
     * @param limit 1 to 500
     */
    Page<ChangeRequest> open(TenantId tenant, @Nullable String after, int limit);

    /**
     * Decides. What is accepted is on the file with the same commit, as said by the learner and verified; what was decided
     * already stays so.
     *
     * @param reason may be empty when it is accepted
     * @param author {@code staff:<account>}
     * @return the request as it stands now
     * @throws IllegalArgumentException when this tenant has no such request, or it is refused without a reason
     */
    ChangeRequest decide(TenantId tenant, UUID request, boolean accepted, String reason, String author, Instant at);
}
