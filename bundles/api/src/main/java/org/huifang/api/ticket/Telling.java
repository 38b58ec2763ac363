// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a raiser is told about a ticket.
 *
 * @param sent when a channel took it, or null
 * @param channel that took it, or ""
 * @param why it was not sent: {@code no-channel}, {@code no-consent}, {@code refused}, {@code quiet}; "" when it was. On
 * the learner's own page it stands in any case
 */
public record Telling(UUID ticket, UUID learner, String text, Instant at, @Nullable Instant sent, String channel,
        String why) {}
