// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Duration;
import java.time.InstantSource;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Logins and launches leave the database when their time is over. */
@Component
public final class ForgetExpired implements Job {
    private static final int AT_ONCE = 10_000;
    private final PlatformStore store;
    private final InstantSource clock;
    private final SessionClock sessions;

    @Activate
    public ForgetExpired(@Reference PlatformStore store, @Reference InstantSource clock,
            @Reference SessionClock sessions) {
        this.store = store;
        this.clock = clock;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "platform.expired";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        return store.ofAll(sql -> {
            int logins = sql.update("delete from platform.login where state in"
                    + " (select state from platform.login where expires < ? limit ?)", clock.instant(), AT_ONCE);
            int launches = sql.update("delete from platform.launch where id in"
                    + " (select id from platform.launch where expires < ? limit ?)", sessions.now(), AT_ONCE);
            sql.update("delete from platform.hook_secret where ends < ?", clock.instant());
            return logins == AT_ONCE || launches == AT_ONCE;
        });
    }
}
