// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps the senders of hooks and events. {@link HookSources} is what the doors ask. Thread-safe. */
@ProviderType
public interface SourceKeeping {
    /**
     * A sender, without its secrets.
     *
     * @param enabled one that is not is answered as if it did not exist
     * @param formerEnds until when the secret before the present one is valid, too; null when there is none
     */
    record Kept(String name, HookSource.Kind kind, @Nullable UUID platform, boolean enabled, Instant created,
            @Nullable Instant formerEnds) {}

    /** All of a tenant, by name. */
    List<Kept> all(TenantId tenant);

    /**
     * Adds a sender.
     *
     * @param kind any but {@link HookSource.Kind#CANVAS}
     * @return its secret, {@code whsec_...}, or its token, {@code hft_<name>.<random>}, which is shown this
     * once
     * @throws IllegalArgumentException when the name does not do or is taken
     */
    String add(TenantId tenant, String name, HookSource.Kind kind, @Nullable UUID platform);

    /**
     * Adds a data stream of Canvas, which has no secret of its own.
     *
     * @param account the UUID of the root account, as the events have it
     * @throws IllegalArgumentException when the name does not do or is taken, or the account is none
     */
    void addCanvas(TenantId tenant, String name, String account, @Nullable UUID platform);

    /**
     * Gives a sender a further secret or token; the former one stays valid for a day, any before it ends now.
     *
     * @return the new one, which is shown this once
     * @throws IllegalArgumentException when there is none of this name, or it has no secret
     */
    String rotate(TenantId tenant, String name);

    /** Has a sender heard, or not; false when there is none of this name. */
    boolean enable(TenantId tenant, String name, boolean on);
}
