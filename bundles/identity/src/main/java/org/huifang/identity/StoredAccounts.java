// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huifang.api.Change;
import org.huifang.api.ChangeListener;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.api.identity.InvalidAccount.Reason;
import org.huifang.api.identity.Role;
import org.huifang.api.identity.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The accounts in the database. */
@Component
public final class StoredAccounts implements Accounts {
    /** One person can walk through everything at first, and hands roles on later. */
    private static final Set<Role> FIRST = Set.of(Role.ADMIN, Role.SUPERVISOR, Role.AGENT);
    private static final Set<Role> STAFF = FIRST;
    private final AccountStore store;
    private final Passwords passwords;
    private final Throttle throttle;
    private final FirstAdminLink link;
    private final InstantSource clock;
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final Collection<ChangeListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public StoredAccounts(@Reference AccountStore store, @Reference Passwords passwords, @Reference Throttle throttle,
            @Reference FirstAdminLink link, @Reference InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.link = link;
        this.clock = clock;
    }

    @Override
    public SignIn signIn(TenantId tenant, String name, String password) {
        String clean = Rules.name(name);
        String counted = clean.length() > Rules.LONGEST_NAME ? clean.substring(0, Rules.LONGEST_NAME) : clean;
        Optional<Duration> wait = throttle.attempt(tenant, counted.replace("\0", ""));
        if (wait.isPresent()) {
            return new SignIn.Throttled(wait.get());
        }
        Optional<AccountRow> row = clean.indexOf('\0') < 0 ? store.named(tenant, clean) : Optional.empty();
        boolean right = row.isPresent()
                ? passwords.matches(password, row.get().password)
                : passwords.matchesNobody(password);
        if (!right || row.isEmpty() || row.get().disabled) {
            return new SignIn.Denied();
        }
        throttle.clear(tenant, counted);
        return new SignIn.Granted(row.get().account());
    }

    @Override
    public Optional<Account> find(TenantId tenant, UUID id) {
        return store.find(tenant, id).map(AccountRow::account);
    }

    @Override
    public List<Account> all(TenantId tenant) {
        return store.all(tenant).stream().map(AccountRow::account).toList();
    }

    @Override
    public boolean isFirstAdminToken(String token) {
        return link.isToken(token);
    }

    @Override
    public Account createFirstAdmin(String token, String name, String displayName, String password)
            throws InvalidAccount {
        if (!link.isToken(token)) {
            throw new InvalidAccount(Reason.LINK_USED);
        }
        Account made = insert(TenantId.DEFAULT, name, displayName, password, FIRST, token);
        link.removeFile();
        return made;
    }

    @Override
    public Account create(TenantId tenant, String name, String displayName, String password, Set<Role> roles)
            throws InvalidAccount {
        if (!STAFF.containsAll(roles)) {
            throw new IllegalArgumentException("course roles come from launches only");
        }
        return insert(tenant, name, displayName, password, roles, "");
    }

    private Account insert(TenantId tenant, String name, String displayName, String password, Set<Role> roles,
            String token) throws InvalidAccount {
        String clean = Rules.checkedName(name);
        Rules.checkPassword(password, clean);
        Account account = new Account(tenant, UUID.randomUUID(), clean, Rules.checkedDisplayName(displayName, clean),
                roles, false);
        AccountRow row = new AccountRow(account, passwords.hash(password), clock.instant());
        store.alone(tenant, s -> {
            if (AccountStore.all(s, tenant).stream().anyMatch(a -> a.name.equals(clean))) {
                return Optional.of(Reason.NAME_TAKEN);
            }
            if (!token.isEmpty() && !FirstAdminLink.use(s, token)) {
                return Optional.of(Reason.LINK_USED);
            }
            if (roles.contains(Role.ADMIN)) {
                FirstAdminLink.end(s, tenant);
            }
            s.persist(row);
            return Optional.empty();
        });
        tell(tenant);
        return account;
    }

    @Override
    public Account change(TenantId tenant, UUID id, Set<Role> roles, boolean disabled) throws InvalidAccount {
        if (!STAFF.containsAll(roles)) {
            throw new IllegalArgumentException("course roles come from launches only");
        }
        store.alone(tenant, s -> {
            AccountRow row = s.find(AccountRow.class, id);
            if (row == null) {
                return Optional.of(Reason.UNKNOWN);
            }
            row.roles = AccountRow.written(roles);
            row.disabled = disabled;
            return AccountStore.all(s, tenant).stream().anyMatch(AccountRow::admin)
                    ? Optional.empty()
                    : Optional.of(Reason.LAST_ADMIN);
        });
        tell(tenant);
        return find(tenant, id).orElseThrow(() -> new InvalidAccount(Reason.UNKNOWN));
    }

    private void tell(TenantId tenant) {
        Change change = new Change(tenant, "identity", null, null);
        listeners.forEach(l -> l.changed(List.of(change)));
    }
}
