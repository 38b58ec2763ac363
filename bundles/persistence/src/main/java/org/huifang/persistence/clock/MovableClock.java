// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.clock;

import java.time.Duration;
import org.huifang.api.ClockControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** There only where the configuration {@code org.huifang.persistence.Clock} says {@code settable=true}. */
@Component
public final class MovableClock implements ClockControl {
    private final DatabaseClock clock;

    @Activate
    public MovableClock(@Reference(target = "(settable=true)") DatabaseClock clock) {
        this.clock = clock;
    }

    @Override
    public Duration ahead() {
        return clock.ahead();
    }

    @Override
    public void advance(Duration by) {
        clock.advance(by);
    }
}
