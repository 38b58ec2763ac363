// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The raiser's own word on a ticket, by a link that needs no sign-in. A token is unguessable, the same for as long as the
 * ticket exists, and opens this ticket only. Thread-safe; what returned is committed.
 */
@ProviderType
public interface Confirmations {
    /** The token for {@code /t/<token>}. */
    String token(TenantId tenant, UUID ticket);

    /** What the raiser is asked; empty for a token that is not ours. */
    Optional<Asked> open(String token);

    /** The raiser says that it is solved; again changes nothing. */
    Optional<Asked> solved(String token, String how);

    /** The raiser says that it is not solved. @param comment what is still wrong, may be empty; at most 5,000 characters */
    Optional<Asked> notSolved(String token, String comment, String how);

    /** What the raisers of these files are to see, open ones first, then newest first; for the learner's own page. */
    List<Asked> of(TenantId tenant, java.util.Collection<UUID> learners);
}
