// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.RosterSync;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The registrations in the database. */
@Component
public final class StoredPlatforms implements Platforms {
    private final PlatformStore store;
    private final Registered registered;
    private final RosterExchange rosters;
    private final InstantSource clock;

    @Activate
    public StoredPlatforms(@Reference PlatformStore store, @Reference Registered registered,
            @Reference RosterExchange rosters, @Reference InstantSource clock) {
        this.store = store;
        this.registered = registered;
        this.rosters = rosters;
        this.clock = clock;
    }

    @Override
    public List<Platform> all(TenantId tenant) {
        return registered.all().stream().filter(p -> p.tenant().equals(tenant)).toList();
    }

    @Override
    public Optional<Platform> find(TenantId tenant, UUID id) {
        return registered.find(id).filter(p -> p.tenant().equals(tenant));
    }

    @Override
    public Platform add(TenantId tenant, String issuer, String clientId, String deployment, URI authUrl, URI tokenUrl,
            URI jwksUrl) {
        Platform wish = new Platform(tenant, UUID.randomUUID(), text("issuer", issuer), text("client id", clientId),
                java.util.Set.of(text("deployment", deployment)), web("auth url", authUrl), web("token url", tokenUrl),
                web("jwks url", jwksUrl), true);
        UUID id = store.ofAll(sql -> {
            UUID kept = upsert(sql, wish).orElseThrow(() -> new IllegalArgumentException(
                    "issuer and client id are registered for another tenant already"));
            sql.update("""
                    insert into platform.deployment (registration, deployment, tenant) values (?, ?, ?)
                    on conflict do nothing""", kept, deployment, tenant.value());
            return kept;
        });
        registered.forget();
        return registered.find(id).orElseThrow();
    }

    @Override
    public RosterSync syncRoster(TenantId tenant, UUID course) {
        return rosters.of(tenant, course).map(rosters::sync).orElseGet(RosterSync.NotOffered::new);
    }

    private Optional<UUID> upsert(Sql sql, Platform p) throws SQLException {
        return sql.one("""
                insert into platform.registration as r
                (id, tenant, issuer, client_id, auth_url, token_url, jwks_url, enabled, created)
                values (?, ?, ?, ?, ?, ?, ?, true, ?)
                on conflict (issuer, client_id) do update set auth_url = excluded.auth_url,
                  token_url = excluded.token_url, jwks_url = excluded.jwks_url
                where r.tenant = excluded.tenant
                returning id""", r -> r.getObject(1, UUID.class), p.id(), p.tenant().value(), p.issuer(), p.clientId(),
                p.authUrl().toString(),
                p.tokenUrl().toString(), p.jwksUrl().toString(), clock.instant());
    }

    private static String text(String name, String value) {
        if (value.isBlank() || value.length() > 255 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + ": give 1 to 255 characters");
        }
        return value;
    }

    private static URI web(String name, URI url) {
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    name + ": give an absolute address that begins with https:// (or http://) and a host");
        }
        return url;
    }
}
