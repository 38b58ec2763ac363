// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Invitation;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invitations to register, each for once; of their secrets only the hashes. */
@Component(service = Invitations.class)
public final class Invitations {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final String OPEN = " from platform.invitation where used is null and ends > ? and ";
    private final PlatformStore store;
    private final Surroundings here;
    private final InstantSource clock;

    /** An invitation that is still good. */
    record Open(UUID id, TenantId tenant, @Nullable URI platform, boolean approved) {}

    @Activate
    public Invitations(@Reference PlatformStore store, @Reference Surroundings here,
            @Reference InstantSource clock) {
        this.store = store;
        this.here = here;
        this.clock = clock;
    }

    Invitation make(TenantId tenant, @Nullable URI platform, boolean approved) {
        String secret = Secret.text(32);
        Invitation made = new Invitation(UUID.randomUUID(), URI.create(here.url() + "/lti/register?invite=" + secret),
                platform, approved && platform != null, clock.instant().plus(LIFE));
        store.of(tenant, sql -> {
            sql.update("delete from platform.invitation where ends < ?", clock.instant().minus(LIFE));
            return sql.update("""
                    insert into platform.invitation (id, tenant, secret, platform, approved, ends, used)
                    values (?, ?, ?, ?, ?, ?, null)""", made.id(), tenant.value(), Secret.hash(secret),
                    platform == null ? null : platform.toString(), made.approved(), made.ends());
        });
        return made;
    }

    List<Invitation> open(TenantId tenant) {
        return store.of(tenant, sql -> sql.list("select *" + OPEN + "tenant = ? order by ends", Invitations::read,
                clock.instant(), tenant.value()));
    }

    void withdraw(TenantId tenant, UUID id) {
        store.of(tenant, sql -> sql.update("delete from platform.invitation where id = ? and tenant = ?", id,
                tenant.value()));
    }

    Optional<Open> find(String secret) {
        return store.ofAll(sql -> sql.one("select *" + OPEN + "secret = ?", r -> {
            Invitation read = read(r);
            return new Open(read.id(), new TenantId(r.getString("tenant")), read.platform(), read.approved());
        }, clock.instant(), Secret.hash(secret)));
    }

    /** For exactly one caller. */
    boolean use(Open invitation) {
        return store.ofAll(sql -> sql.update("update platform.invitation set used = ? where id = ? and used is null",
                clock.instant(),
                invitation.id())) == 1;
    }

    /** Nothing came of it: it may be used again. */
    void giveBack(Open invitation) {
        store.ofAll(sql -> sql.update("update platform.invitation set used = null where id = ?",
                invitation.id()));
    }

    private static Invitation read(ResultSet r) throws SQLException {
        String platform = r.getString("platform");
        return new Invitation(r.getObject("id", UUID.class), null, platform == null ? null : URI.create(platform),
                r.getBoolean("approved"), Sql.instant(r, "ends"));
    }
}
