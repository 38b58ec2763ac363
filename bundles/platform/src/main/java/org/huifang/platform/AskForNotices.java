// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.platform.Platform;
import org.huifang.lti.Notice;
import org.huifang.lti.NotificationsClaim;
import org.huifang.lti.Registration;
import org.huifang.lti.service.NoticeHandler;
import org.huifang.lti.service.ServiceFailure;
import org.huifang.lti.service.ServiceResult;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells a platform that offers notices where to post them: once, and again when it offers them elsewhere. */
@Component
public final class AskForNotices implements Job {
    private static final List<String> WANTED = List.of(Notice.HELLO, Notice.CONTEXT_COPY);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private final PlatformStore store;
    private final Registered registered;
    private final Tool tool;
    private final InstantSource clock;

    private record Door(UUID registration, NotificationsClaim claim) {}

    @Activate
    public AskForNotices(@Reference PlatformStore store, @Reference Registered registered, @Reference Tool tool,
            @Reference InstantSource clock) {
        this.store = store;
        this.registered = registered;
        this.tool = tool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "platform.notices";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        Optional<Door> door = store.ofAll(sql -> sql.one("""
                update platform.notice_door set next = ? where registration =
                  (select registration from platform.notice_door where next <= ? order by next limit 1
                   for update skip locked) returning *""", AskForNotices::read, now.plus(LEASE), now));
        door.ifPresent(this::ask);
        return door.isPresent();
    }

    private void ask(Door door) {
        Optional<Registration> platform = registered.find(door.registration).filter(Platform::enabled)
                .map(registered::registration);
        for (String type : WANTED) {
            if (platform.isPresent() && door.claim.noticeTypes().contains(type)
                    && tool.noticeHandlers().set(platform.get(), door.claim,
                            new NoticeHandler(type, tool.at("/lti/notices"),
                                    null)) instanceof ServiceResult.Failed<NoticeHandler> failed) {
                ServiceFailure failure = failed.failure();
                settle(door, clock.instant().plus(failure.temporary() ? Duration.ofHours(1) : Duration.ofDays(1)),
                        failure.kind() + " " + failure.detail());
                return;
            }
        }
        settle(door, null, null);
    }

    private void settle(Door door, @Nullable Instant next, @Nullable String problem) {
        store.ofAll(sql -> sql.update("update platform.notice_door set next = ?, problem = ? where registration = ?",
                next, problem,
                door.registration));
    }

    private static Door read(ResultSet r) throws SQLException {
        return new Door(r.getObject("registration", UUID.class),
                new NotificationsClaim(words(r, "scopes"), URI.create(r.getString("url")), List.of("1.0"),
                        List.copyOf(words(r, "types"))));
    }

    private static Set<String> words(ResultSet r, String column) throws SQLException {
        String words = Objects.requireNonNull(r.getString(column));
        return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
    }
}
