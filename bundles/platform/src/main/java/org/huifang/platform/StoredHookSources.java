// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hook senders in the database, their secrets sealed. */
@Component
public final class StoredHookSources implements HookSources {
    private static final Duration AGE = Duration.ofSeconds(3);
    private static final Duration ROTATION = Duration.ofDays(1);
    private static final String PURPOSE = "hook secret";
    private final PlatformStore store;
    private final Seal seal;
    private final InstantSource clock;
    private final Snapshot<Map<String, HookSource>> all;

    @Activate
    public StoredHookSources(@Reference PlatformStore store, @Reference Seal seal, @Reference InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
        this.all = new Snapshot<>(() -> store.unit().sqlAll(this::read), AGE, clock);
    }

    @Override
    public Optional<HookSource> find(String name) {
        return Optional.ofNullable(all.get().get(name));
    }

    @Override
    public List<String> names(TenantId tenant) {
        return all.get().values().stream().filter(s -> s.tenant().equals(tenant)).map(HookSource::name).sorted()
                .toList();
    }

    @Override
    public String add(TenantId tenant, String name, @Nullable UUID platform) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("name: give 1 to 40 of a-z, 0-9 and -");
        }
        byte[] secret = Secret.bytes(32);
        store.unit().sqlAll(c -> {
            int added = Sql.update(c, """
                    insert into platform.hook_source (name, tenant, registration, created) values (?, ?, ?, ?)
                    on conflict do nothing""", name, tenant.value(), platform, clock.instant());
            if (added == 0) {
                throw new IllegalArgumentException("name: " + name + " is taken, choose another");
            }
            return keep(c, tenant, name, secret);
        });
        all.forget();
        return written(secret);
    }

    @Override
    public String rotate(TenantId tenant, String name) {
        byte[] secret = Secret.bytes(32);
        Instant now = clock.instant();
        store.unit().sqlAll(c -> {
            if (Sql.one(c, r -> 1, "select 1 from platform.hook_source where name = ? and tenant = ? for update", name,
                    tenant.value()).isEmpty()) {
                throw new IllegalArgumentException("name: there is no hook source " + name);
            }
            Sql.update(c, "delete from platform.hook_secret where name = ? and ends is not null", name);
            Sql.update(c, "update platform.hook_secret set ends = ? where name = ?", now.plus(ROTATION), name);
            return keep(c, tenant, name, secret);
        });
        all.forget();
        return written(secret);
    }

    private int keep(Connection c, TenantId tenant, String name, byte[] secret) throws SQLException {
        return Sql.update(c, """
                insert into platform.hook_secret (id, name, tenant, sealed, made, ends)
                values (?, ?, ?, ?, ?, null)""", UUID.randomUUID(), name, tenant.value(), seal.seal(secret, PURPOSE),
                clock.instant());
    }

    private Map<String, HookSource> read(Connection c) throws SQLException {
        Map<String, List<byte[]>> keys = new HashMap<>();
        Sql.list(c, r -> keys.computeIfAbsent(r.getString(1), n -> new ArrayList<>())
                .add(seal.open(r.getBytes(2), PURPOSE)), """
                select name, sealed from platform.hook_secret where ends is null or ends > ?
                order by ends nulls first, made desc""", clock.instant());
        Map<String, HookSource> sources = new HashMap<>();
        Sql.list(c, r -> {
            String name = Objects.requireNonNull(r.getString("name"));
            return sources.put(name, new HookSource(new TenantId(r.getString("tenant")), name,
                    Sql.uuid(r, "registration"), keys.getOrDefault(name, List.of())));
        }, "select * from platform.hook_source");
        return Map.copyOf(sources);
    }

    private static String written(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
