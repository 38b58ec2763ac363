// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.huifang.api.Job;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts every minute whether anybody has vanished, from both sides: what was owed is still accounted for, and whoever is on
 * a roster is owed each step of the plan. An alarm says so if not. It looks at everybody, so it rests for fifty times as long
 * as it took.
 */
@Component(property = {"hc.name=Nobody forgotten", "hc.tags=revisit"})
public final class Audit implements Job, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private static final int REST = 50;

    private final RevisitStore store;
    private final InstantSource clock;
    private volatile long again = System.nanoTime();

    @Activate
    public Audit(@Reference RevisitStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "revisit.audit";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        long started = System.nanoTime();
        if (started - again < 0) {
            return false;
        }
        Map<TenantId, Long> missing = store.ofAll(Conservation::missing);
        missing.forEach((school, n) -> LOG.error(
                "{} obligations of {} are unaccounted for: the ledger shows in which course and step", n, school));
        Instant now = Place.storable(clock.instant());
        store.ofAll(sql -> {
            Gaps.missing(sql, missing, now);
            return missing;
        });
        Map<TenantId, Long> unowed = store.ofAll(Conservation::unowed);
        again = System.nanoTime() + REST * (System.nanoTime() - started);
        unowed.forEach((school, n) -> LOG.error(
                "learners on a roster of {} are not owed {} steps of their plans", school, n));
        store.ofAll(sql -> {
            Gaps.unowed(sql, unowed, now);
            return unowed;
        });
        return false;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        long missing = store.ofAll(Gaps::missing);
        long steps = store.ofAll(Gaps::unowed);
        if (missing == 0 && steps == 0) {
            log.info("Everything owed is accounted for, and everybody on a roster is owed what the plans say.");
        }
        if (missing != 0) {
            log.warn("{} obligations are unaccounted for; bin/huifang ledger shows in which course and step.",
                    missing);
        }
        if (steps != 0) {
            log.warn("Learners on a roster are not owed {} steps of their plans.", steps);
        }
        return new Result(log);
    }
}
