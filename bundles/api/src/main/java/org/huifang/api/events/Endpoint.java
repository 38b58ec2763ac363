// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.events;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that hooks are sent to.
 *
 * @param types of {@link Endpoints#types()}; empty for all
 * @param enabled whether anything is sent; events are kept for it meanwhile, for thirty days
 * @param why it was disabled: {@code gone} when it answered 410, else ""
 * @param inside whether the operator has vouched for an address of the own network
 * @param formerEnds until when hooks are signed with the former secret, too
 * @param lastStatus of the last attempt: an HTTP status, 0 without an answer, null before the first
 * @param waiting how many hooks are on their way
 * @param failed how many were given up
 */
public record Endpoint(UUID id, URI url, Set<String> types, boolean enabled, String why, boolean inside,
        Instant created, @Nullable Instant formerEnds, @Nullable Instant lastAt, @Nullable Integer lastStatus,
        int waiting, int failed) {
    public Endpoint {
        types = Set.copyOf(types);
    }
}
