// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

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

/** The clock as it runs for people at their screens: moving the product's clock by a week ends nobody's session. */
@Component(service = SessionClock.class)
public final class SessionClock {
    private final InstantSource clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ClockControl control;

    @Activate
    public SessionClock(@Reference InstantSource clock) {
        this.clock = clock;
    }

    Duration ahead() {
        ClockControl there = control;
        return there == null ? Duration.ZERO : there.ahead();
    }

    Instant now() {
        return clock.instant().minus(ahead());
    }
}
