// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tags that files wear. A tag is put on and taken off by the fact {@link Fact.Tagged}; of several the one said last
 * holds, in whatever order they arrive. A merged file wears the tags of all its parts. Thread-safe; throws
 * {@link ArchiveUnavailable} as the archive does.
 */
@ProviderType
public interface Tags {
    /** Of these files, each by name; files that wear none are left out. */
    Map<UUID, List<Tag>> of(TenantId tenant, Collection<UUID> learners);

    /** All that are worn, by name. */
    List<TagCount> all(TenantId tenant);
}
