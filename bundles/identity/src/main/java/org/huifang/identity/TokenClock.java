// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.time.Instant;
import java.time.InstantSource;
import org.huifang.api.ClockControl;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The clock as other programs have it: moving the product's clock makes nobody's token old. */
@Component(service = TokenClock.class)
public final class TokenClock {
    private final InstantSource clock;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ClockControl control;

    @Activate
    public TokenClock(@Reference InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        ClockControl there = control;
        return there == null ? clock.instant() : clock.instant().minus(there.ahead());
    }
}
