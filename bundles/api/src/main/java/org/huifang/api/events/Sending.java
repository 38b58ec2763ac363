// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hook on its way to one endpoint, or what became of it.
 *
 * @param key the {@code webhook-id}
 * @param body what is sent: a type, a time and ids
 * @param attempts how many were made
 * @param next when it is tried next; null unless it is waiting
 * @param status of the last answer, 0 when there was none, null before the first attempt
 * @param error why the last attempt failed, in a few words; "" when it did not
 */
public record Sending(long id, UUID endpoint, String key, String type, String body, State state, int attempts,
        Instant created, @Nullable Instant next, @Nullable Instant last, @Nullable Integer status, String error) {
    /** What became of it. */
    public enum State {
        WAITING, DELIVERED, FAILED
    }
}
