// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Notices before contacts, answered without signing in. Everything said twice counts once; what is said later replaces
 * what was said before, until the contact is over. Empty for a token that is not ours. Thread-safe; what returned is
 * committed.
 */
@ProviderType
public interface Notices {
    Optional<Notice> open(String token);

    /** The learner is fine with it. */
    Optional<Notice> confirm(String token);

    /** Another time. @throws IllegalArgumentException when it is none of {@link Notice#times()} */
    Optional<Notice> move(String token, Instant at);

    /** Another channel. @throws IllegalArgumentException when it is none of {@link Notice#channels()} */
    Optional<Notice> change(String token, String channel);

    /** Not this time: what it is about is declined. */
    Optional<Notice> decline(String token);

    /** The contacts that are planned for a person, soonest first. */
    List<Notice> of(TenantId tenant, Collection<java.util.UUID> learners);
}
