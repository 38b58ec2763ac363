// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hook that came from whom it should and could not be understood. It is kept for thirty days.
 *
 * @param source the name of its source
 * @param key its id, by which it has one effect however often it is delivered
 * @param type what it calls itself; "" when it does not say
 * @param reason why it was not understood, with the place of each error, as its sender was told
 * @param times how often it came
 * @param settled when it was replayed or dismissed; null while it is open
 */
public record DeadLetter(UUID id, String source, String key, String type, String reason, int times, Instant first,
        Instant last, State state, @Nullable Instant settled) {
    /** What became of it. */
    public enum State {
        OPEN, REPLAYED, DISMISSED
    }
}
