// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.platform.Platform;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.LtiLaunch;
import org.huifang.lti.NotificationsClaim;
import org.huifang.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was seen of a platform lately; a launch leaves its time at most once in a minute. */
@Component(service = ConnectionTraces.class)
public final class ConnectionTraces {
    private static final Duration APART = Duration.ofMinutes(1);
    private final PlatformStore store;
    private final SessionClock clock;
    private final ConcurrentMap<UUID, Instant> noted = new ConcurrentHashMap<>();

    /**
     * What is known.
     *
     * @param memberships of the course launched last
     * @param door of the activity launched last that is marked
     * @param hooks names of the senders that speak for the platform
     */
    record Traces(Optional<Instant> launched, String extras, Optional<URI> memberships,
            Optional<AssignmentAndGradesClaim> door, List<String> hooks) {}

    @Activate
    public ConnectionTraces(@Reference PlatformStore store, @Reference SessionClock clock) {
        this.store = store;
        this.clock = clock;
    }

    void launched(Platform platform, LtiLaunch launch) {
        Instant now = clock.now();
        Instant before = noted.get(platform.id());
        if (before != null && now.isBefore(before.plus(APART))) {
            return;
        }
        noted.put(platform.id(), now);
        String extras = Stream.of(launch.courseGroups() == null ? "" : "groups",
                launch.notifications() == null ? "" : "notices").filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        NotificationsClaim notices = launch.notifications();
        store.of(platform.tenant(), sql -> {
            sql.update("update platform.registration set launched = ?, extras = ? where id = ?", now, extras,
                    platform.id());
            return notices == null
                    ? 0
                    : sql.update("""
                    insert into platform.notice_door as d (registration, tenant, url, scopes, types, next)
                    values (?, ?, ?, ?, ?, ?) on conflict (registration) do update set url = excluded.url,
                      scopes = excluded.scopes, types = excluded.types, next = excluded.next
                    where (d.url, d.types) <> (excluded.url, excluded.types)""", platform.id(),
                            platform.tenant().value(), notices.url().toString(), String.join(" ", notices.scopes()),
                            String.join(" ", notices.noticeTypes()), now);
        });
    }

    Traces of(Platform platform) {
        return store.of(platform.tenant(), sql -> {
            Optional<URI> memberships = sql.one("""
                    select memberships from platform.context where registration = ? and memberships is not null
                    order by asked desc nulls last limit 1""", r -> URI.create(r.getString(1)), platform.id());
            Optional<AssignmentAndGradesClaim> door = sql.one(
                    "select * from platform.grade_door where registration = ? order by seen desc limit 1",
                    SendMarks::door,
                    platform.id());
            List<String> hooks = sql.list("select name from platform.hook_source where registration = ? order by name",
                    r -> Objects.requireNonNull(r.getString(1)), platform.id());
            return sql
                    .one("select * from platform.registration where id = ?",
                            r -> new Traces(Optional.ofNullable(Sql.time(r, "launched")),
                                    Objects.requireNonNull(r.getString("extras")), memberships, door, hooks),
                            platform.id())
                    .orElseGet(() -> new Traces(Optional.empty(), "", memberships, door, hooks));
        });
    }
}
