// SPDX-License-Identifier: Apache-2.0
package org.huifang.api;

import java.time.Duration;

/**
 * Moves the clock that the whole product runs on ({@link java.time.InstantSource} service) forward, and keeps it moved
 * over restarts. Registered only where the configuration allows it: the demo and tests.
 */
public interface ClockControl {
    /** How far the clock is ahead of the system's. */
    Duration ahead();

    /**
     * Moves the clock forward; what falls due meanwhile is worked off at once.
     *
     * @param by zero or more; a clock never goes back
     */
    void advance(Duration by);
}
