// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.PendingPlatform;
import org.huifang.api.platform.Platform;
import org.huifang.lti.registration.PlatformConfiguration;
import org.huifang.lti.registration.RegistrationResult;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Platforms that registered themselves, until an admin has looked at them. */
@Component(service = PendingPlatforms.class)
public final class PendingPlatforms {
    private final PlatformStore store;
    private final Registered registered;
    private final InstantSource clock;

    @Activate
    public PendingPlatforms(@Reference PlatformStore store, @Reference Registered registered,
            @Reference InstantSource clock) {
        this.store = store;
        this.registered = registered;
        this.clock = clock;
    }

    UUID add(TenantId tenant, RegistrationResult.Registered made) {
        UUID id = UUID.randomUUID();
        PlatformConfiguration p = made.platform();
        store.of(tenant, sql -> sql.update("""
                insert into platform.pending (id, tenant, issuer, client_id, deployments, auth_url, token_url,
                token_audience, jwks_url, product, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", id,
                tenant.value(), p.issuer(), made.clientId(), String.join("\n", made.deploymentIds()),
                p.authorizationEndpoint().toString(), p.tokenEndpoint().toString(), p.tokenAudience(),
                p.jwksUri().toString(), p.product(), clock.instant()));
        return id;
    }

    List<PendingPlatform> all(TenantId tenant) {
        return store.of(tenant, sql -> sql.list("select * from platform.pending where tenant = ? order by at desc, id",
                this::read, tenant.value()));
    }

    void decline(TenantId tenant, UUID id) {
        store.of(tenant, sql -> sql.update("delete from platform.pending where id = ? and tenant = ?", id,
                tenant.value()));
    }

    /** Makes it a registration. What is registered already stays as it is. */
    Platform approve(TenantId tenant, UUID id, @Nullable String deployment) {
        UUID made = store.ofAll(sql -> {
            UUID fresh = sql
                    .one("""
                    insert into platform.registration
                    (id, tenant, issuer, client_id, auth_url, token_url, token_audience, jwks_url, enabled, created)
                    select id, tenant, issuer, client_id, auth_url, token_url, token_audience, jwks_url, true, ?
                    from platform.pending where id = ? and tenant = ?
                    on conflict (issuer, client_id) do nothing returning id""", r -> r.getObject(1, UUID.class),
                            clock.instant(), id, tenant.value())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "pending: it is not pending, or this client of the issuer is registered already"));
            for (String each : deployments(sql, id, deployment)) {
                sql.update("""
                        insert into platform.deployment (registration, deployment, tenant) values (?, ?, ?)
                        on conflict do nothing""", fresh, each, tenant.value());
            }
            sql.update("delete from platform.pending where id = ?", id);
            return fresh;
        });
        registered.forget();
        return registered.find(made).orElseThrow();
    }

    boolean issuerKnown(String issuer) {
        return registered.all().stream().anyMatch(platform -> platform.issuer().equals(issuer));
    }

    private static Set<String> deployments(Sql sql, UUID id, @Nullable String more) throws SQLException {
        Set<String> all = new TreeSet<>(
                sql.one("select deployments from platform.pending where id = ?", r -> split(r.getString(1)), id)
                        .orElse(Set.of()));
        if (more != null && !more.isBlank()) {
            all.add(more.strip());
        }
        return all;
    }

    private PendingPlatform read(ResultSet r) throws SQLException {
        String issuer = Objects.requireNonNull(r.getString("issuer"));
        return new PendingPlatform(r.getObject("id", UUID.class), issuer,
                Objects.requireNonNull(r.getString("client_id")), split(r.getString("deployments")),
                URI.create(r.getString("auth_url")), URI.create(r.getString("token_url")),
                URI.create(r.getString("jwks_url")), r.getString("product"), Sql.instant(r, "at"),
                issuerKnown(issuer));
    }

    private static Set<String> split(String lines) {
        return Optional.of(lines).filter(l -> !l.isEmpty()).map(l -> Set.of(l.split("\n"))).orElse(Set.of());
    }
}
