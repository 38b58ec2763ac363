// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.huifang.api.platform.Platform;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.service.Score;
import org.huifang.lti.service.ServiceFailure;
import org.huifang.lti.service.ServiceResult;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells platforms of finished questionnaires, one mark at a time: claimed for ten minutes, posted outside of any
 * transaction, and done when the platform took it. A mark is 1 of 1 however often it is posted, so posting twice after a
 * crash changes nothing there.
 */
@Component
public final class SendMarks implements Job {
    static final String NAME = "platform.marks";
    private static final Logger LOG = LoggerFactory.getLogger(SendMarks.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_ATTEMPTS = 20;
    private final PlatformStore store;
    private final Registered registered;
    private final Tool tool;
    private final InstantSource clock;

    private record Mark(UUID registration, String link, String subject, TenantId tenant, int attempts,
            AssignmentAndGradesClaim door) {}

    @Activate
    public SendMarks(@Reference PlatformStore store, @Reference Registered registered, @Reference Tool tool,
            @Reference InstantSource clock) {
        this.store = store;
        this.registered = registered;
        this.tool = tool;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public boolean run() {
        Optional<Mark> mark = claim();
        mark.ifPresent(this::send);
        return mark.isPresent();
    }

    private Optional<Mark> claim() {
        Instant now = clock.instant();
        return store.ofAll(sql -> sql.one("""
                with claimed as (update platform.mark set attempts = attempts + 1, next = ?
                  where (registration, link, subject) = (select registration, link, subject from platform.mark
                    where next <= ? order by next limit 1 for update skip locked)
                  returning *)
                select m.*, d.scopes, d.line_items, d.line_item from claimed m
                join platform.grade_door d using (registration, link)""", SendMarks::read, now.plus(LEASE), now));
    }

    private void send(Mark mark) {
        Optional<Platform> platform = registered.find(mark.registration).filter(Platform::enabled);
        if (platform.isEmpty()) {
            settle(mark, clock.instant().plus(LONGEST), null, "the registration is switched off");
            return;
        }
        switch (tool.grades().score(registered.registration(platform.get()), mark.door,
                Objects.requireNonNull(mark.door.lineItem()), Score.finished(mark.subject, 1, 1), null)) {
            case ServiceResult.Done<Instant> done -> settle(mark, null, clock.instant(), null);
            case ServiceResult.Failed<Instant> failed -> again(mark, failed.failure());
        }
    }

    private void again(Mark mark, ServiceFailure failure) {
        Duration pause = failure.temporary()
                ? FIRST.multipliedBy(1L << Math.min(mark.attempts, 12))
                : LONGEST;
        Duration asked = Objects.requireNonNullElse(failure.retryAfter(), Duration.ZERO);
        Duration wait = asked.compareTo(pause) > 0 ? asked : pause;
        Duration most = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        LOG.warn("A finished questionnaire could not be marked at platform {}: {} {}", mark.registration,
                failure.kind(), failure.detail());
        settle(mark, mark.attempts >= MOST_ATTEMPTS ? null : clock.instant().plus(most), null,
                failure.kind() + " " + failure.detail());
    }

    private void settle(Mark mark, @Nullable Instant next, @Nullable Instant marked, @Nullable String problem) {
        store.of(mark.tenant, sql -> sql.update("""
                update platform.mark set next = ?, marked = ?, problem = ?
                where registration = ? and link = ? and subject = ?""", next, marked, problem, mark.registration,
                mark.link, mark.subject));
    }

    private static Mark read(ResultSet r) throws SQLException {
        return new Mark(r.getObject("registration", UUID.class), Objects.requireNonNull(r.getString("link")),
                Objects.requireNonNull(r.getString("subject")), new TenantId(r.getString("tenant")),
                r.getInt("attempts"), door(r));
    }

    /** What an activity's launches opened. */
    static AssignmentAndGradesClaim door(ResultSet r) throws SQLException {
        String items = r.getString("line_items");
        return new AssignmentAndGradesClaim(Set.of(r.getString("scopes").split(" ")),
                items == null ? null : URI.create(items), URI.create(r.getString("line_item")));
    }
}
