// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts every minute whether anybody has vanished, and raises an alarm if so. */
@Component(property = {"hc.name=Nobody forgotten", "hc.tags=revisit"})
public final class Audit implements Job, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final RevisitStore store;

    @Activate
    public Audit(@Reference RevisitStore store) {
        this.store = store;
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
        long missing = store.ofAll(Conservation::missing);
        if (missing != 0) {
            LOG.error("{} obligations are unaccounted for: the ledger shows in which course and step", missing);
        }
        return false;
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        long missing = store.ofAll(Conservation::missing);
        if (missing == 0) {
            log.info("Everything owed is accounted for.");
        } else {
            log.warn("{} obligations are unaccounted for; bin/huifang ledger shows in which course and step.",
                    missing);
        }
        return new Result(log);
    }
}
