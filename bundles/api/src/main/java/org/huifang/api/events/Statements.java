// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers for thirty days which statements came, so that one that comes again is told from another under the same id.
 * What they say is not kept. Thread-safe.
 */
@ProviderType
public interface Statements {
    /**
     * Notes statements as received, all or none.
     *
     * @param hashes of what each says, by its id
     * @return those that came before and said something else; when there are any, nothing was noted
     */
    Set<UUID> differing(TenantId tenant, String source, Map<UUID, byte[]> hashes);
}
