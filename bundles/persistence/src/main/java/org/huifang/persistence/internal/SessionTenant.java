// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Lets entities carry {@code @TenantId}; each session is opened with its tenant, so that none is current otherwise. */
final class SessionTenant implements CurrentTenantIdentifierResolver<Object> {
    @Override
    public Object resolveCurrentTenantIdentifier() {
        return "";
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }

    @Override
    public boolean isRoot(Object tenant) {
        return tenant.equals(Transactions.ALL_TENANTS);
    }
}
