// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.Duration;
import java.time.InstantSource;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Uploaded files and what was found in them are personal data: they go after a month. An import can be undone later, too. */
@Component
public final class ForgetOldLists implements Job {
    private static final Duration KEPT = Duration.ofDays(30);
    private final IntakeStore store;
    private final InstantSource clock;

    @Activate
    public ForgetOldLists(@Reference IntakeStore store, @Reference InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "intake.forget";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean run() {
        new StoredFiles(store).forget(clock.instant().minus(KEPT));
        return false;
    }
}
