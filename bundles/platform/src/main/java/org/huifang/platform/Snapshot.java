// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A small table read whole, at most so old: what another node writes is seen within that time. */
final class Snapshot<T> {
    private final Supplier<T> reader;
    private final Duration age;
    private final InstantSource clock;
    private volatile @Nullable Reading<T> last;

    Snapshot(Supplier<T> reader, Duration age, InstantSource clock) {
        this.reader = reader;
        this.age = age;
        this.clock = clock;
    }

    T get() {
        Reading<T> reading = last;
        return reading != null && clock.instant().isBefore(reading.until) ? reading.value : read();
    }

    /** After a write of this node's own. */
    synchronized void forget() {
        last = null;
    }

    private synchronized T read() {
        Reading<T> reading = last;
        if (reading != null && clock.instant().isBefore(reading.until)) {
            return reading.value;
        }
        T value = reader.get();
        last = new Reading<>(value, clock.instant().plus(age));
        return value;
    }

    private record Reading<T>(T value, Instant until) {}
}
