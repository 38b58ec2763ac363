// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Platform;
import org.huifang.lti.Registration;
import org.huifang.lti.Registrations;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All registrations, from memory: asked twice in each launch, changed a few times a year. */
@Component(service = Registered.class)
public final class Registered implements Registrations {
    private static final Duration AGE = Duration.ofSeconds(3);
    private final PlatformStore store;
    private final Snapshot<List<Known>> all;

    /** @param audience of assertions where it is not the token address */
    private record Known(Platform platform, @Nullable String audience) {
        Registration registration() {
            return new Registration(platform.id().toString(), platform.issuer(), platform.clientId(),
                    platform.deployments(), platform.authUrl(), platform.tokenUrl(), audience, platform.jwksUrl(),
                    false, platform.enabled());
        }
    }

    @Activate
    public Registered(@Reference PlatformStore store, @Reference InstantSource clock) {
        this.store = store;
        this.all = new Snapshot<>(this::read, AGE, clock);
    }

    List<Platform> all() {
        return all.get().stream().map(Known::platform).toList();
    }

    Optional<Platform> find(UUID id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    void forget() {
        all.forget();
    }

    @Override
    public List<Registration> byIssuer(String issuer) {
        return all.get().stream().filter(k -> k.platform.issuer().equals(issuer)).map(Known::registration).toList();
    }

    @Override
    public Optional<Registration> byId(String id) {
        return all.get().stream().filter(k -> k.platform.id().toString().equals(id)).findFirst()
                .map(Known::registration);
    }

    Registration registration(Platform platform) {
        return byId(platform.id().toString()).orElseThrow();
    }

    private List<Known> read() {
        return store.ofAll(Registered::read);
    }

    private static List<Known> read(Sql sql) throws SQLException {
        Map<UUID, Set<String>> deployments = new HashMap<>();
        sql.list("select registration, deployment from platform.deployment",
                r -> deployments.computeIfAbsent(r.getObject(1, UUID.class), id -> new HashSet<>())
                        .add(r.getString(2)));
        return sql.list("select * from platform.registration order by issuer, client_id", r -> {
            UUID id = r.getObject("id", UUID.class);
            return new Known(new Platform(new TenantId(r.getString("tenant")), id, r.getString("issuer"),
                    r.getString("client_id"), deployments.getOrDefault(id, Set.of()),
                    URI.create(r.getString("auth_url")),
                    URI.create(r.getString("token_url")), URI.create(r.getString("jwks_url")), r.getBoolean("enabled")),
                    r.getString("token_audience"));
        });
    }

    /** The origins that an admin vouched for by registering them, a school's own machines among them. */
    Set<String> origins() {
        return all().stream().flatMap(p -> List.of(p.authUrl(), p.tokenUrl(), p.jwksUrl()).stream())
                .map(Registered::origin).collect(Collectors.toUnmodifiableSet());
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
