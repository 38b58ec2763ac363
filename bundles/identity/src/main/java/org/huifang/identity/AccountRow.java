// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Role;

/** An account as it is stored; never leaves this bundle. */
@Entity
@Table(schema = "identity", name = "account")
class AccountRow {
    @Id
    UUID id = new UUID(0, 0);
    @Column(nullable = false)
    String tenant = "";
    @Column(nullable = false)
    String name = "";
    @Column(name = "display_name", nullable = false)
    String displayName = "";
    @Column(nullable = false)
    String password = "";
    @Column(nullable = false)
    String roles = "";
    @Column(nullable = false)
    boolean disabled;
    @Column(nullable = false)
    Instant created = Instant.EPOCH;

    /** For Hibernate. */
    AccountRow() {
    }

    AccountRow(Account account, String password, Instant created) {
        this.id = account.id();
        this.tenant = account.tenant().value();
        this.name = account.name();
        this.displayName = account.displayName();
        this.password = password;
        this.roles = written(account.roles());
        this.disabled = account.disabled();
        this.created = created;
    }

    static String written(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    Set<Role> roleSet() {
        return Arrays.stream(roles.split(",")).filter(r -> !r.isEmpty()).map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean admin() {
        return !disabled && roleSet().contains(Role.ADMIN);
    }

    Account account() {
        return new Account(new TenantId(tenant), id, name, displayName, roleSet(), disabled);
    }
}
