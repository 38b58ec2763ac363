// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.events.Endpoint;
import org.huifang.api.events.Endpoints;
import org.huifang.api.events.Sending;
import org.huifang.events.EventStore;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The endpoints and the log of what was sent to them, in the database. */
@Component
public final class StoredEndpoints implements Endpoints {
    private static final String ALL = """
        select e.*, l.last as last_at, l.status as last_status,
          (select max(ends) from events.endpoint_secret k where k.endpoint = e.id and ends > ?) as former,
          (select count(*) from events.sending s where s.endpoint = e.id and s.state = 'WAITING') as waiting,
          (select count(*) from events.sending s where s.endpoint = e.id and s.state = 'FAILED') as failed
        from events.endpoint e left join lateral (
          select s.last, s.status from events.sending s where s.endpoint = e.id and s.last is not null
          order by s.last desc limit 1) as l on true
        where e.tenant = ? order by e.created, e.id""";
    private static final String LOG = """
        select * from events.sending where tenant = ? and (?::uuid is null or endpoint = ?)
        and (?::text is null or state = ?) and id < ? order by id desc limit ?""";

    private final EventStore store;
    private final Secrets secrets;
    private final Announcer announcer;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public StoredEndpoints(@Reference EventStore store, @Reference Secrets secrets, @Reference Announcer announcer,
            @Reference Jobs jobs, @Reference InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.announcer = announcer;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public List<String> types() {
        return EventTypes.ALL;
    }

    @Override
    public List<Endpoint> all(TenantId tenant) {
        return store.of(tenant, sql -> sql.list(ALL, StoredEndpoints::endpoint, clock.instant(), tenant.value()));
    }

    @Override
    public Added add(TenantId tenant, URI url, Set<String> types, boolean inside) {
        Address.check(url, inside);
        types.stream().filter(type -> !EventTypes.ALL.contains(type)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("types: there is no " + unknown);
        });
        UUID id = UUID.randomUUID();
        String secret = store.of(tenant, sql -> {
            sql.update("""
                insert into events.endpoint (id, tenant, url, types, enabled, why, inside, created, failures)
                values (?, ?, ?, ?, true, '', ?, ?, 0)""", id, tenant.value(), url.toString(),
                    types.toArray(String[]::new), inside, clock.instant());
            return secrets.add(sql, tenant, id);
        });
        announcer.tell(tenant, EventStore.TOPIC);
        return new Added(id, secret);
    }

    @Override
    public boolean enable(TenantId tenant, UUID endpoint, boolean on) {
        return done(tenant, """
            update events.endpoint set enabled = ?, why = '', failures = 0, paused = null
            where tenant = ? and id = ?""", on, tenant.value(), endpoint);
    }

    @Override
    public boolean remove(TenantId tenant, UUID endpoint) {
        return done(tenant, "delete from events.endpoint where tenant = ? and id = ?", tenant.value(), endpoint);
    }

    @Override
    public String rotate(TenantId tenant, UUID endpoint) {
        String secret = store.of(tenant, sql -> {
            if (sql.list("select 1 from events.endpoint where tenant = ? and id = ? for update", row -> 1,
                    tenant.value(), endpoint).isEmpty()) {
                throw new IllegalArgumentException("there is no such endpoint");
            }
            return secrets.add(sql, tenant, endpoint);
        });
        announcer.tell(tenant, EventStore.TOPIC);
        return secret;
    }

    @Override
    public boolean test(TenantId tenant, UUID endpoint) {
        Instant now = clock.instant();
        return done(tenant, """
            insert into events.sending (tenant, endpoint, key, type, body, state, attempts, created, next, error)
            select tenant, id, ?, ?, ?, 'WAITING', 0, ?, ?, '' from events.endpoint where tenant = ? and id = ?""",
                "test_" + UUID.randomUUID(), EventTypes.TEST, EventTypes.body(EventTypes.TEST, now.toString(), ""), now,
                now, tenant.value(), endpoint);
    }

    @Override
    public Page<Sending> sendings(TenantId tenant, @Nullable UUID endpoint, Sending.@Nullable State state,
            @Nullable String after, int limit) {
        String name = state == null ? null : state.name();
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        List<Sending> rows = store.of(tenant, sql -> sql.list(LOG, StoredEndpoints::sending, tenant.value(), endpoint,
                endpoint, name, name, before, limit + 1));
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), Long.toString(rows.get(limit - 1).id()));
    }

    @Override
    public boolean resend(TenantId tenant, long sending) {
        return done(tenant, """
            update events.sending set state = 'WAITING', attempts = 0, next = ? where tenant = ? and id = ?""",
                clock.instant(), tenant.value(), sending);
    }

    /** Changed one row, which there may now be something to send for. */
    private boolean done(TenantId tenant, String statement, @Nullable Object... values) {
        int changed = store.of(tenant, sql -> sql.update(statement, values));
        announcer.tell(tenant, EventStore.TOPIC);
        jobs.wake(SendHooks.NAME);
        return changed == 1;
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(Sql.id(row, "id"), URI.create(row.getString("url")), Sql.texts(row, "types"),
                row.getBoolean("enabled"), row.getString("why"), row.getBoolean("inside"), Sql.instant(row, "created"),
                Sql.time(row, "former"), Sql.time(row, "last_at"), row.getObject("last_status", Integer.class),
                row.getInt("waiting"), row.getInt("failed"));
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(row.getLong("id"), Sql.id(row, "endpoint"), row.getString("key"), row.getString("type"),
                row.getString("body"), Sending.State.valueOf(row.getString("state")), row.getInt("attempts"),
                Sql.instant(row, "created"), Sql.time(row, "next"), Sql.time(row, "last"),
                row.getObject("status", Integer.class), row.getString("error"));
    }
}
