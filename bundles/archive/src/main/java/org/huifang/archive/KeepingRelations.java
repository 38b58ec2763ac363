// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LinkedPerson;
import org.huifang.api.archive.Purchase;
import org.huifang.api.archive.Relations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows who stands behind a learner and what was bought for them. */
@Component
public final class KeepingRelations implements Relations {
    private final ArchiveStore store;

    @Activate
    public KeepingRelations(@Reference ArchiveStore store) {
        this.store = store;
    }

    @Override
    public List<LinkedPerson> of(TenantId tenant, UUID learner) {
        return store.of(tenant, sql -> LinkTable.behind(sql, tenant, Merges.parts(sql, tenant, learner)));
    }

    @Override
    public List<LinkedPerson> learnersOf(TenantId tenant, UUID person) {
        return store.of(tenant, sql -> LinkTable.learnersOf(sql, tenant, Merges.parts(sql, tenant, person)));
    }

    @Override
    public List<Purchase> purchases(TenantId tenant, UUID learner) {
        return store.of(tenant, sql -> PurchaseTable.of(sql, tenant, Merges.parts(sql, tenant, learner)));
    }
}
