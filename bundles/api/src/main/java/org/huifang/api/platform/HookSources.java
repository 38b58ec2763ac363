// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Who may send hooks. */
@ProviderType
public interface HookSources {
    /** The source of this name, unique over all tenants; answered from memory, at most some seconds old. */
    Optional<HookSource> find(String name);

    /** Names only. */
    List<String> names(TenantId tenant);

    /**
     * Adds a source.
     *
     * @return its secret, {@code whsec_...}, which is shown this once
     * @throws IllegalArgumentException when the name does not do or is taken
     */
    String add(TenantId tenant, String name, @Nullable UUID platform);

    /** Gives a source a further secret; the former one stays valid for a day. */
    String rotate(TenantId tenant, String name);
}
