// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huifang.api.ClockControl;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The clock of the demo, which can be moved where the configuration allows it. */
@Component(service = Timekeeper.class)
public final class Timekeeper {
    private final InstantSource clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ClockControl control;

    @Activate
    public Timekeeper(@Reference InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    boolean movable() {
        return control != null;
    }

    void pass(int days) {
        ClockControl there = control;
        if (there != null) {
            there.advance(Duration.ofDays(days));
        }
    }
}
