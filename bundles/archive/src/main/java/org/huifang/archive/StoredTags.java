// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Tag;
import org.huifang.api.archive.TagCount;
import org.huifang.api.archive.Tags;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tags on PostgreSQL. */
@Component
public final class StoredTags implements Tags {
    private final ArchiveStore store;

    @Activate
    public StoredTags(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, List<Tag>> of(TenantId tenant, Collection<UUID> learners) {
        return store.of(tenant, sql -> TagTable.of(sql, tenant, learners));
    }

    @Override
    public List<TagCount> all(TenantId tenant) {
        return store.of(tenant, sql -> TagTable.all(sql, tenant));
    }
}
