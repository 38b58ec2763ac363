// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.Launch;
import org.huifang.api.platform.Launches;
import org.huifang.api.platform.Platform;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The open launches in the database; of their secrets only the hashes. */
@Component(service = {Launches.class, StoredLaunches.class})
public final class StoredLaunches implements Launches {
    static final Duration LIFE = Duration.ofHours(8);
    private static final String OPEN = """
            select l.* from platform.launch l join platform.registration r on r.id = l.registration
            where l.id = ? and l.expires > ? and r.enabled""";
    private final PlatformStore store;
    private final SessionClock clock;

    @Activate
    public StoredLaunches(@Reference PlatformStore store, @Reference SessionClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What the browser gets. */
    record Ticket(String id, String secret) {}

    Ticket open(Platform platform, @Nullable UUID learner, String displayName, @Nullable UUID course, Set<Role> roles,
            @Nullable String locale) {
        Ticket ticket = new Ticket(Secret.text(16), Secret.text(32));
        store.of(platform.tenant(), sql -> sql.update("""
                insert into platform.launch (id, tenant, secret, registration, learner, display_name, course, roles,
                locale, frame_origin, expires) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", ticket.id,
                platform.tenant().value(), Secret.hash(ticket.secret), platform.id(), learner, displayName, course,
                roles.stream().sorted().map(Role::name).collect(Collectors.joining(",")), locale,
                Registered.origin(platform.authUrl()), clock.now().plus(LIFE)));
        return ticket;
    }

    @Override
    public Optional<Launch> find(String id, String secret) {
        return store.ofAll(sql -> sql.one(OPEN, r -> MessageDigest.isEqual(Secret.hash(secret), r.getBytes("secret"))
                ? Optional.of(read(r))
                : Optional.<Launch>empty(), plain(id), clock.now()))
                .flatMap(l -> l);
    }

    @Override
    public Optional<String> frameOrigin(String id) {
        return store.ofAll(sql -> sql.one(OPEN, r -> Objects.requireNonNull(r.getString("frame_origin")), plain(id),
                clock.now()));
    }

    /** Ids come from URLs; what PostgreSQL cannot hold is no id. */
    private static String plain(String id) {
        return id.matches("[A-Za-z0-9_-]{1,64}") ? id : "";
    }

    private Launch read(ResultSet r) throws SQLException {
        Set<Role> roles = Arrays.stream(r.getString("roles").split(",")).filter(s -> !s.isEmpty()).map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Launch(new TenantId(r.getString("tenant")), Objects.requireNonNull(r.getString("id")),
                r.getObject("registration", UUID.class), r.getObject("learner", UUID.class),
                Objects.requireNonNull(r.getString("display_name")), r.getObject("course", UUID.class), roles,
                r.getString("locale"), Objects.requireNonNull(r.getString("frame_origin")),
                Sql.instant(r, "expires").plus(clock.ahead()));
    }
}
