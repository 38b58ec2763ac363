// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the archive what it has not heard yet. */
@Component
public final class RelayFacts implements Job {
    static final String NAME = "ticket.relay";

    private final Relay relay;

    @Activate
    public RelayFacts(@Reference Relay relay) {
        this.relay = relay;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean run() {
        return relay.tellBatch();
    }
}
