// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.huifang.api.TenantId;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.InvalidAccount.Reason;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code identity}. */
@Component(service = AccountStore.class)
public final class AccountStore {
    private final Unit unit;

    @Activate
    public AccountStore(@Reference Persistence persistence) {
        this.unit = persistence.open("identity", "db/identity.sql", AccountRow.class);
    }

    @Deactivate
    void close() {
        unit.close();
    }

    Unit unit() {
        return unit;
    }

    Optional<AccountRow> named(TenantId tenant, String name) {
        return unit.read(tenant,
                s -> s.createSelectionQuery("from AccountRow where tenant = :tenant and name = :name",
                        AccountRow.class).setParameter("tenant", tenant.value()).setParameter("name", name)
                        .uniqueResultOptional());
    }

    Optional<AccountRow> find(TenantId tenant, UUID id) {
        return unit.read(tenant, s -> Optional.ofNullable(s.find(AccountRow.class, id)));
    }

    List<AccountRow> all(TenantId tenant) {
        return unit.read(tenant, s -> all(s, tenant));
    }

    static List<AccountRow> all(Session session, TenantId tenant) {
        return session.createSelectionQuery("from AccountRow where tenant = :tenant order by name", AccountRow.class)
                .setParameter("tenant", tenant.value()).getResultList();
    }

    /** Work on a tenant's accounts, one transaction at a time: rules over several accounts hold under concurrency. */
    void alone(TenantId tenant, Change work) throws InvalidAccount {
        try {
            unit.write(tenant, s -> {
                s.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('identity.account'), hashtext(:tenant))",
                        Integer.class).setParameter("tenant", tenant.value()).getResultList();
                work.on(s).ifPresent(reason -> {
                    throw new Refused(reason);
                });
                return null;
            });
        } catch (Refused refused) {
            throw new InvalidAccount(refused.reason);
        }
    }

    /** Writes, or tells why nothing is to be written. */
    @FunctionalInterface
    interface Change {
        Optional<Reason> on(Session session);
    }

    /** Rolls back. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        Refused(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }
}
