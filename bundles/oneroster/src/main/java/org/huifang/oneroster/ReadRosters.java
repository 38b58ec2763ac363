// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.huifang.api.Job;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.intake.RosterIntake;
import org.huifang.api.intake.RosterSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the roster of one system on a schedule and when asked, and says how that goes. Without a configuration there is none. */
@Component(service = {Job.class, HealthCheck.class,
        RosterSource.class}, configurationPid = Settings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE, property = {
                "hc.name=OneRoster", "hc.tags=oneroster"})
@Designate(ocd = Settings.class, factory = true)
public final class ReadRosters implements Job, HealthCheck, RosterSource {
    private static final Logger LOG = LoggerFactory.getLogger(ReadRosters.class);

    private record Open(Site site, Provider provider, Reading reading) {}

    private final String tenant;
    private final String name;
    private final String list;
    private final @Nullable Open open;
    private final String wrong;
    private final PullStore store;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public ReadRosters(@Reference PullStore store, @Reference RosterIntake intake, @Reference Jobs jobs,
            @Reference InstantSource clock, Settings settings) {
        this.tenant = settings.tenant().strip();
        this.name = settings.name().strip();
        this.list = settings.list().strip();
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
        Open made = null;
        String mend = "";
        try {
            Site site = Site.of(settings);
            Provider provider = new Provider(site, clock);
            made = new Open(site, provider, new Reading(site, provider, store, intake, clock));
        } catch (IllegalArgumentException e) {
            mend = Objects.requireNonNullElse(e.getMessage(), "");
            LOG.error("{} is not read, the configuration {} has to be mended: {}", name, Settings.PID, mend);
        }
        this.open = made;
        this.wrong = mend;
    }

    @Override
    public String name() {
        return "oneroster.read:" + tenant + ":" + list;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean run() {
        return open != null && open.reading.run();
    }

    @Override
    public TenantId tenant() {
        return new TenantId(tenant);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public State state() {
        if (open == null) {
            return new State(false, null, 0, false, false, clock.instant(), Trouble.CONFIGURATION, wrong);
        }
        Pull pull = store.of(open.site);
        return new State(pull.run() != null, pull.last(), pull.records(), pull.differences(), pull.news(),
                pull.next(), pull.trouble(), pull.detail());
    }

    @Override
    public void readNow() {
        if (open != null) {
            open.provider.wake();
            store.keep(open.site, store.of(open.site).at(clock.instant()));
            jobs.wake(name());
        }
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        State now = state();
        Trouble trouble = now.trouble();
        if (trouble != null) {
            String why = Mending.of(trouble, now.detail());
            if (trouble == Trouble.CONFIGURATION) {
                log.critical("The configuration of {} has to be mended: {}", name, now.detail());
            } else {
                log.warn("{} is not read: {}", name, why);
            }
        }
        if (now.last() != null) {
            log.info("{} was read at {}: {} {}, {}. The next time is {}.", name, now.last(), now.records(),
                    now.differences() ? "changed records" : "records",
                    now.news() ? "an import came of it" : "nothing new", now.next());
        } else if (trouble == null) {
            log.info("{} has not been read to its end yet.", name);
        }
        return new Result(log);
    }
}
