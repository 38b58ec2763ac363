// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Duration;

/**
 * How platforms' keys are cached.
 *
 * @param freshFor how long a key set serves before it is read again: a key withdrawn by the platform stops working
 *            within this time
 * @param window the shortest time between two reads of one address, whatever unknown keys are asked for: a new key is
 *            picked up within this time even during a flood
 * @param outage how long known keys go on serving while the platform cannot be reached
 */
public record JwksRules(Duration freshFor, Duration window, Duration outage) {
    /** Fresh for 15 minutes, at most one read in 10 seconds, 24 hours of outage. */
    public static final JwksRules STANDARD = new JwksRules(Duration.ofMinutes(15), Duration.ofSeconds(10),
            Duration.ofHours(24));
}
