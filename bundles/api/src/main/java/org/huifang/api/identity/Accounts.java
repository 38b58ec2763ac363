// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of staff. Thread-safe; what returned is committed. */
@ProviderType
public interface Accounts {
    /** Checks name and password in constant time; several failures in a row throttle that name. */
    SignIn signIn(TenantId tenant, String name, String password);

    Optional<Account> find(TenantId tenant, UUID id);

    /** All accounts of a tenant, by name. */
    List<Account> all(TenantId tenant);

    /** True while the one-time link of the first start is unused and this is its token. */
    boolean isFirstAdminToken(String token);

    /**
     * Uses up the one-time link: creates the first admin. Of two calls with the same token one wins.
     *
     * @throws InvalidAccount when the token is used up or unknown, or name or password do not do
     */
    Account createFirstAdmin(String token, String name, String displayName, String password) throws InvalidAccount;

    /** @throws InvalidAccount when the name is taken or name or password do not do */
    Account create(TenantId tenant, String name, String displayName, String password, Set<Role> roles)
            throws InvalidAccount;

    /** @throws InvalidAccount when this would leave the tenant without an admin who can sign in */
    Account change(TenantId tenant, UUID id, Set<Role> roles, boolean disabled) throws InvalidAccount;
}
