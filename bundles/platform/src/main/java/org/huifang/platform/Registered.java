// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.Connection;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All registrations, from memory: asked twice in each launch, changed a few times a year. */
@Component(service = Registered.class)
public final class Registered implements Registrations {
    private static final Duration AGE = Duration.ofSeconds(3);
    private final PlatformStore store;
    private final Snapshot<List<Platform>> all;

    @Activate
    public Registered(@Reference PlatformStore store, @Reference InstantSource clock) {
        this.store = store;
        this.all = new Snapshot<>(this::read, AGE, clock);
    }

    List<Platform> all() {
        return all.get();
    }

    Optional<Platform> find(UUID id) {
        return all().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    void forget() {
        all.forget();
    }

    @Override
    public List<Registration> byIssuer(String issuer) {
        return all().stream().filter(p -> p.issuer().equals(issuer)).map(Registered::registration).toList();
    }

    @Override
    public Optional<Registration> byId(String id) {
        return all().stream().filter(p -> p.id().toString().equals(id)).findFirst().map(Registered::registration);
    }

    static Registration registration(Platform p) {
        return new Registration(p.id().toString(), p.issuer(), p.clientId(), p.deployments(), p.authUrl(),
                p.tokenUrl(), null, p.jwksUrl(), false, p.enabled());
    }

    private List<Platform> read() {
        return store.unit().sqlAll(Registered::read);
    }

    static List<Platform> read(Connection c) throws SQLException {
        Map<UUID, Set<String>> deployments = new HashMap<>();
        Sql.list(c, r -> deployments.computeIfAbsent(r.getObject(1, UUID.class), id -> new HashSet<>())
                .add(r.getString(2)), "select registration, deployment from platform.deployment");
        return Sql.list(c, r -> {
            UUID id = r.getObject("id", UUID.class);
            return new Platform(new TenantId(r.getString("tenant")), id, r.getString("issuer"),
                    r.getString("client_id"), deployments.getOrDefault(id, Set.of()),
                    URI.create(r.getString("auth_url")),
                    URI.create(r.getString("token_url")), URI.create(r.getString("jwks_url")), r.getBoolean("enabled"));
        }, "select * from platform.registration order by issuer, client_id");
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
