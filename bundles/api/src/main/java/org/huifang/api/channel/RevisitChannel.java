// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.channel;

/**
 * One way of reaching a person. Delivery is at least once; {@link Message#key()} lets a channel deduplicate. While a
 * channel's bundle is away its messages wait. Register with {@link Channel}. Thread-safe.
 */
public interface RevisitChannel {
    /** Sends and returns when the provider has taken it; never throws for what a provider does. */
    Receipt send(Message message);

    /** Whether it is set up; a channel that is not is as if it were away. */
    default boolean ready() {
        return true;
    }
}
