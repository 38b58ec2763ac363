// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Hooks that could not be understood, kept until somebody has mended what was wrong. Thread-safe. */
@ProviderType
public interface DeadLetters {
    /**
     * Keeps one; the same once more only counts. Of one source ten thousand open ones are kept at most.
     *
     * @param type what it calls itself, or ""
     * @param reason what its sender was told
     * @param body as it came
     */
    void keep(TenantId tenant, String source, String key, String type, String reason, byte[] body);

    /**
     * Newest first.
     *
     * @param state null for all
     * @param source null for all
     * @param after {@link Page#next()} of the page before, or null for the first
     * @param limit 1 to 500
     */
    Page<DeadLetter> list(TenantId tenant, DeadLetter.@Nullable State state, @Nullable String source,
            @Nullable String after, int limit);

    /** How many are open. */
    int open(TenantId tenant);

    /** What it says, which holds personal data. */
    Optional<String> body(TenantId tenant, UUID letter);

    /** Reads it once more, as if it had just come; a letter that is understood now is settled by that. */
    Replayed replay(TenantId tenant, UUID letter);

    /** Settles an open letter without an effect, or opens a dismissed one again; false when there is no such one. */
    boolean dismiss(TenantId tenant, UUID letter, boolean on);
}
