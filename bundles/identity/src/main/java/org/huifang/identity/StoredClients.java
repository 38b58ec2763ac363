// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huifang.api.TenantId;
import org.huifang.api.access.Caller;
import org.huifang.api.access.Client;
import org.huifang.api.access.Client.Proof;
import org.huifang.api.access.Clients;
import org.huifang.api.access.Scope;
import org.huifang.api.access.TokenAnswer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The clients in the database. */
@Component
public final class StoredClients implements Clients {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final AccountStore store;
    private final TokenClock clock;
    private final GivingTokens tokens;

    /** Reads the framework's properties, which the launcher sets. */
    @Activate
    public StoredClients(@Reference AccountStore store, @Reference TokenClock clock, BundleContext framework) {
        this(store, clock, framework.getProperty("huifang.url"));
    }

    StoredClients(AccountStore store, TokenClock clock, String url) {
        this.store = store;
        this.clock = clock;
        String base = url.replaceAll("/+$", "");
        this.tokens = new GivingTokens(store, new KeysElsewhere(clock),
                List.of(base, base + "/", base + "/oauth/token"));
    }

    @Override
    public List<Client> all(TenantId tenant) {
        return store.unit().sql(tenant, c -> ClientTable.all(new Sql(c), tenant));
    }

    @Override
    public Added add(TenantId tenant, String name, Set<Scope> scopes, @Nullable String jwks) {
        check(name, scopes);
        if (jwks != null) {
            PublicKeys.parse(jwks);
        }
        Bearer key = jwks == null ? Bearer.fresh(Bearer.Kind.KEY, tenant) : null;
        Client client = client(tenant, name, scopes, key == null ? Proof.PRIVATE_KEY_JWT : Proof.API_KEY, null);
        return added(client, key, jwks, false);
    }

    @Override
    public Added add(TenantId tenant, String name, Set<Scope> scopes, URI keysAt, boolean inside) {
        check(name, scopes);
        KeysElsewhere.check(keysAt, inside);
        return added(client(tenant, name, scopes, Proof.PRIVATE_KEY_JWT, keysAt), null, null, inside);
    }

    private static void check(String name, Set<Scope> scopes) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has 1 to 40 of a-z, 0-9 and -");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a client has at least one scope");
        }
    }

    private Client client(TenantId tenant, String name, Set<Scope> scopes, Proof proof, @Nullable URI keysAt) {
        return new Client(tenant, UUID.randomUUID(), name, scopes, proof, keysAt, clock.now(), null, null);
    }

    private Added added(Client client, @Nullable Bearer key, @Nullable String jwks, boolean inside) {
        boolean added = store.unit().sql(client.tenant(),
                c -> ClientTable.add(new Sql(c), client, key == null ? null : key.hash(), jwks, inside));
        if (!added) {
            throw new IllegalArgumentException(
                    "the name " + client.name() + " is taken, also by a client that was revoked");
        }
        return new Added(client, key == null ? null : key.text());
    }

    @Override
    public boolean revoke(TenantId tenant, UUID id) {
        return store.unit().sql(tenant, c -> ClientTable.revoke(new Sql(c), tenant, id, clock.now()));
    }

    @Override
    public Optional<Caller> caller(String bearer) {
        return Bearer.read(bearer).flatMap(read -> store.unit().sql(read.tenant(), c -> switch (read.kind()) {
            case KEY -> ClientTable.byKey(new Sql(c), read, clock.now());
            case TOKEN -> ClientTable.byToken(new Sql(c), read, clock.now());
        }));
    }

    @Override
    public TokenAnswer exchange(String assertion, String scope) {
        return tokens.exchange(assertion, scope, clock.now());
    }
}
