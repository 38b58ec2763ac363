// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.nio.charset.StandardCharsets;
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
import org.huifang.api.platform.HookSource.Kind;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.SourceKeeping;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The senders of hooks and events in the database, their secrets sealed. */
@Component
public final class StoredHookSources implements HookSources, SourceKeeping {
    private static final Duration AGE = Duration.ofSeconds(3);
    private static final Duration ROTATION = Duration.ofDays(1);
    private static final String PURPOSE = "hook secret";
    private final PlatformStore store;
    private final Seal seal;
    private final InstantSource clock;
    private final Snapshot<Map<String, HookSource>> heard;

    @Activate
    public StoredHookSources(@Reference PlatformStore store, @Reference Seal seal, @Reference InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
        this.heard = new Snapshot<>(() -> store.ofAll(this::read), AGE, clock);
    }

    @Override
    public Optional<HookSource> find(String name) {
        return Optional.ofNullable(heard.get().get(name));
    }

    @Override
    public List<String> names(TenantId tenant) {
        return all(tenant).stream().map(Kept::name).toList();
    }

    @Override
    public List<Kept> all(TenantId tenant) {
        return store.of(tenant,
                sql -> sql.list("""
                        select s.*, (select max(ends) from platform.hook_secret k
                          where k.name = s.name and k.ends > ?) as former
                        from platform.hook_source s where s.tenant = ? order by s.name collate "C" """,
                        r -> new Kept(r.getString("name"),
                                Kind.valueOf(r.getString("kind")), r.getObject("registration", UUID.class),
                                r.getBoolean("enabled"),
                                Sql.instant(r, "created"), Sql.time(r, "former")),
                        clock.instant(), tenant.value()));
    }

    @Override
    public String add(TenantId tenant, String name, @Nullable UUID platform) {
        return add(tenant, name, Kind.SIGNED, platform);
    }

    @Override
    public String add(TenantId tenant, String name, Kind kind, @Nullable UUID platform) {
        Made made = Made.of(kind, name);
        add(tenant, name, kind, platform, made.key);
        return made.shown;
    }

    @Override
    public void addCanvas(TenantId tenant, String name, String account, @Nullable UUID platform) {
        if (!account.matches("[A-Za-z0-9-]{20,64}")) {
            throw new IllegalArgumentException("account: give the UUID of the root account");
        }
        add(tenant, name, Kind.CANVAS, platform, account.getBytes(StandardCharsets.US_ASCII));
    }

    private void add(TenantId tenant, String name, Kind kind, @Nullable UUID platform, byte[] key) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("name: give 1 to 40 of a-z, 0-9 and -");
        }
        store.ofAll(sql -> {
            int added = sql.update("""
                    insert into platform.hook_source (name, tenant, registration, created, kind, enabled)
                    values (?, ?, ?, ?, ?, true) on conflict do nothing""", name, tenant.value(), platform,
                    clock.instant(), kind.name());
            if (added == 0) {
                throw new IllegalArgumentException("name: " + name + " is taken, choose another");
            }
            return keep(sql, tenant, name, key);
        });
        heard.forget();
    }

    @Override
    public String rotate(TenantId tenant, String name) {
        Instant now = clock.instant();
        Made made = store.ofAll(sql -> {
            Kind kind = sql.one("select kind from platform.hook_source where name = ? and tenant = ? for update",
                    r -> Kind.valueOf(r.getString(1)), name,
                    tenant.value()).orElseThrow(
                            () -> new IllegalArgumentException("name: there is no hook source " + name));
            Made next = Made.of(kind, name);
            sql.update("delete from platform.hook_secret where name = ? and ends is not null", name);
            sql.update("update platform.hook_secret set ends = ? where name = ?", now.plus(ROTATION), name);
            keep(sql, tenant, name, next.key);
            return next;
        });
        heard.forget();
        return made.shown;
    }

    @Override
    public boolean enable(TenantId tenant, String name, boolean on) {
        int changed = store.of(tenant,
                sql -> sql.update("update platform.hook_source set enabled = ? where name = ? and tenant = ?", on, name,
                        tenant.value()));
        heard.forget();
        return changed == 1;
    }

    private int keep(Sql sql, TenantId tenant, String name, byte[] secret) throws SQLException {
        return sql.update("""
                insert into platform.hook_secret (id, name, tenant, sealed, made, ends)
                values (?, ?, ?, ?, ?, null)""", UUID.randomUUID(), name, tenant.value(), seal.seal(secret, PURPOSE),
                clock.instant());
    }

    private Map<String, HookSource> read(Sql sql) throws SQLException {
        Map<String, List<byte[]>> keys = new HashMap<>();
        sql.list("""
                select name, sealed from platform.hook_secret where ends is null or ends > ?
                order by ends nulls first, made desc""",
                r -> keys.computeIfAbsent(r.getString(1), n -> new ArrayList<>())
                        .add(seal.open(r.getBytes(2), PURPOSE)),
                clock.instant());
        Map<String, HookSource> sources = new HashMap<>();
        sql.list("select * from platform.hook_source where enabled", r -> {
            String name = Objects.requireNonNull(r.getString("name"));
            return sources.put(name, new HookSource(new TenantId(r.getString("tenant")), name,
                    r.getObject("registration", UUID.class), keys.getOrDefault(name, List.of()),
                    Kind.valueOf(r.getString("kind"))));
        });
        return Map.copyOf(sources);
    }

    /** A fresh secret as it is kept and as it is shown; a token names its source, for doors whose URL names none. */
    private record Made(byte[] key, String shown) {
        static Made of(Kind kind, String name) {
            if (kind == Kind.CANVAS) {
                throw new IllegalArgumentException("name: a data stream of Canvas has no secret of its own");
            }
            if (kind == Kind.SIGNED) {
                byte[] key = Secret.bytes(32);
                return new Made(key, "whsec_" + Base64.getEncoder().encodeToString(key));
            }
            String token = "hft_" + name + "." + Secret.text(32);
            return new Made(token.getBytes(StandardCharsets.US_ASCII), token);
        }
    }
}
