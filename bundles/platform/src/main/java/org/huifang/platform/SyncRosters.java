// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.huifang.api.Job;
import org.huifang.api.platform.RosterSync;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every roster once in a quarter of an hour, and at once where an instructor has just come. */
@Component
public final class SyncRosters implements Job {
    static final String NAME = "platform.roster";
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(SyncRosters.class);
    private final CourseContexts courses;
    private final RosterExchange exchange;
    private final InstantSource clock;

    @Activate
    public SyncRosters(@Reference CourseContexts courses, @Reference RosterExchange exchange,
            @Reference InstantSource clock) {
        this.courses = courses;
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return EVERY;
    }

    @Override
    public boolean run() {
        Instant now = clock.instant();
        // a little less than the pause, so that no course waits for two rounds
        Optional<CourseContext> due = courses.takeDue(now.minus(EVERY.minusMinutes(1)), now);
        due.ifPresent(course -> {
            if (exchange.sync(course) instanceof RosterSync.Failed failed) {
                LOG.warn("Roster of course {}: {}", course.course(), failed.reason());
            }
        });
        return due.isPresent();
    }
}
