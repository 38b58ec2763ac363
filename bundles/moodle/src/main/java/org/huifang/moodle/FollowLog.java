// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.huifang.api.Job;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log of one Moodle, and says how that goes. Without a configuration there is none. */
@Component(service = {Job.class,
        HealthCheck.class}, configurationPid = Settings.PID, configurationPolicy = ConfigurationPolicy.REQUIRE, property = {
                "hc.name=Moodle", "hc.tags=moodle"})
@Designate(ocd = Settings.class, factory = true)
public final class FollowLog implements Job, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(FollowLog.class);
    private static final int MANY = 10_000;

    private final String issuer;
    private final boolean messages;
    private final @Nullable Source source;
    private final String wrong;

    @Activate
    public FollowLog(@Reference Platforms platforms, @Reference MoodleStore store, @Reference LearnerArchive archive,
            @Reference Asides asides, @Reference InstantSource clock, Settings settings) {
        this.issuer = settings.issuer().strip();
        this.messages = settings.messages();
        Source made = null;
        String mend = "";
        try {
            Site site = Site.of(settings);
            WebService.Door door = Site.door(settings);
            made = new Source(site,
                    new LogTable(settings.url().strip(), settings.user(),
                            Site.secret("passwordFile", settings.passwordFile(), settings.password()),
                            settings.table().strip()),
                    new Moodle(door == null ? null : new WebService(door, clock), site.zone()), platforms, store,
                    archive, asides, clock);
        } catch (IllegalArgumentException e) {
            mend = Objects.requireNonNullElse(e.getMessage(), "");
            LOG.error("{} is not followed, the configuration {} has to be mended: {}", issuer, Settings.PID, mend);
        }
        this.source = made;
        this.wrong = mend;
    }

    @Override
    public String name() {
        return "moodle.follow:" + issuer;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        return source != null && source.run();
    }

    @Override
    public Result execute() {
        var log = new FormattingResultLog();
        if (source == null) {
            log.critical("The configuration of {} has to be mended: {}", issuer, wrong);
            return new Result(log);
        }
        Optional<Platform> platform = source.platform();
        if (platform.isEmpty()) {
            log.warn("No platform is registered with the issuer {}: nothing is read.", issuer);
            return new Result(log);
        }
        table(source, platform.get(), log);
        service(source, log);
        return new Result(log);
    }

    private void table(Source of, Platform platform, FormattingResultLog log) {
        try {
            LogTable.Standing now = of.standing(platform);
            if (now.behind() > MANY) {
                log.warn("More than {} rows of the log of {} are still to be read.", MANY, issuer);
            } else {
                log.info("{} rows of the log of {} are still to be read; the last event is of {}.", now.behind(),
                        issuer, now.lastAt());
            }
            if (now.last() < of.position(platform)) {
                log.critical("The numbers of the log of {} begin anew: set moodle.cursor back to 0.", issuer);
            }
        } catch (SQLException e) {
            log.critical("The log of {} cannot be read: {}", issuer, e.getMessage());
        }
        String trouble = of.trouble();
        if (trouble != null) {
            log.warn("Reading the log of {} waits: {}.", issuer, trouble);
        }
    }

    private void service(Source of, FormattingResultLog log) {
        if (!of.moodle().there()) {
            log.info("{} has no token here: names, progress and results of tests are not asked for.", issuer);
            return;
        }
        switch (of.moodle().missing(messages ? Set.of(MoodlePost.FUNCTION) : Set.of())) {
            case Answer.Given<Set<String>> given when given.value().isEmpty() ->
                log.info("The web service of {} offers all that is asked of it.", issuer);
            case Answer.Given<Set<String>> given ->
                log.warn("Add these functions to the service of {}: {}.", issuer, String.join(", ", given.value()));
            case Answer.Refused<Set<String>> refused ->
                log.critical("The web service of {} refuses the token: {}.", issuer, refused.code());
            case Answer.Later<Set<String>> later ->
                log.warn("The web service of {} is not to be had now: {}.", issuer, later.why());
        }
    }
}
