// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.platform.Platform;
import org.huifang.lti.Context;
import org.huifang.lti.Notice;
import org.huifang.lti.NoticeInbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a notice means here: something changed in a course, so its roster is read again. Each id counts once. */
@Component(service = Notices.class)
public final class Notices implements NoticeInbox {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    /** Longer than any token is taken. */
    private static final Duration KEPT = Duration.ofDays(30);
    private final PlatformStore store;
    private final Registered registered;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public Notices(@Reference PlatformStore store, @Reference Registered registered, @Reference Jobs jobs,
            @Reference InstantSource clock) {
        this.store = store;
        this.registered = registered;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public boolean take(Notice notice) {
        Platform platform = registered.find(UUID.fromString(notice.registrationId())).orElseThrow();
        if (!notice.known()) {
            LOG.info("A notice of type {} came from platform {}; nothing is done about this type", notice.type(),
                    platform.id());
        }
        Context context = notice.context();
        boolean fresh = store.of(platform.tenant(), sql -> {
            sql.update("delete from platform.notice where at < ?", clock.instant().minus(KEPT));
            if (sql.update("""
                    insert into platform.notice (registration, id, tenant, type, at) values (?, ?, ?, ?, ?)
                    on conflict do nothing""", platform.id(), notice.id(), platform.tenant().value(), notice.type(),
                    clock.instant()) == 0) {
                return false;
            }
            if (context != null) {
                sql.update("update platform.context set wanted = true where registration = ? and context = ?",
                        platform.id(), context.id());
            }
            return true;
        });
        if (fresh && context != null) {
            jobs.wake(SyncRosters.NAME);
        }
        return fresh;
    }
}
