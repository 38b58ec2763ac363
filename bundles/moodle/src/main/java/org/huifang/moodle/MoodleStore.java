// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Platform;
import org.huifang.persistence.Persistence;
import org.huifang.persistence.Sql;
import org.huifang.persistence.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The schema {@code moodle}: how far a log was read, whom the archive knows by name from it, and which messages were sent. */
@Component(service = MoodleStore.class)
public final class MoodleStore {
    /** Whom or what somebody was told of. */
    enum Kind {
        PERSON, COURSE
    }

    private static final Duration KEPT = Duration.ofDays(180);

    private final Unit unit;

    @Activate
    public MoodleStore(@Reference Persistence persistence) {
        unit = persistence.open("moodle", "org/huifang/moodle/changelog.sql");
    }

    /** The number of the last row that was taken; 0 at the beginning. */
    long position(Platform platform) {
        return unit.of(platform.tenant(), sql -> sql.one(
                "select position from moodle.cursor where platform = ?", row -> row.getLong(1), platform.id())
                .orElse(0L));
    }

    /** Those among them that the archive was told the names of. */
    Set<Long> met(Platform platform, Kind kind, Collection<Long> ids) {
        return unit.of(platform.tenant(), sql -> sql
                .list("select id from moodle.met where platform = ? and kind = ? and id = any (?)",
                        row -> row.getLong(1), platform.id(), kind.name(), ids.toArray(Long[]::new))
                .stream().collect(Collectors.toSet()));
    }

    /** Whether it was still where it was read from: of two nodes at once, one moves it. */
    boolean moved(Platform platform, long from, long to, Collection<Long> people, Collection<Long> courses,
            Instant now) {
        String tenant = platform.tenant().value();
        return unit.of(platform.tenant(), sql -> {
            sql.update("""
                    insert into moodle.cursor (tenant, platform, position, moved) values (?, ?, 0, ?)
                    on conflict (platform) do nothing""", tenant, platform.id(), now);
            boolean moved = sql.update(
                    "update moodle.cursor set position = ?, moved = ? where platform = ? and position = ?", to, now,
                    platform.id(), from) == 1;
            for (Kind kind : Kind.values()) {
                Collection<Long> ids = kind == Kind.PERSON ? people : courses;
                if (moved && !ids.isEmpty()) {
                    sql.update("""
                            insert into moodle.met (tenant, platform, kind, id) select ?, ?, ?, unnest(?)
                            on conflict do nothing""", tenant, platform.id(), kind.name(),
                            ids.toArray(Long[]::new));
                }
            }
            return moved;
        });
    }

    /** When the message with this key was sent; empty when it was not. */
    Optional<Instant> sent(TenantId tenant, String key) {
        return unit.of(tenant, sql -> sql.one(
                "select at from moodle.sent where tenant = ? and key = ?", row -> Sql.instant(row, "at"),
                tenant.value(),
                key));
    }

    /** Also forgets those that nobody sends again. */
    void keepSent(TenantId tenant, String key, UUID platform, Instant now) {
        unit.of(tenant, sql -> {
            sql.update("delete from moodle.sent where tenant = ? and at < ?", tenant.value(), now.minus(KEPT));
            return sql.update("""
                    insert into moodle.sent (tenant, key, platform, at) values (?, ?, ?, ?) on conflict do nothing""",
                    tenant.value(), key, platform, now);
        });
    }

    @Deactivate
    void close() {
        unit.close();
    }
}
