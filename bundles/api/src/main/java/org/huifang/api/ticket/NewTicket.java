// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem about to become a ticket.
 *
 * @param key made by the caller; the same key twice makes one ticket
 * @param title one line, at most 200 characters
 * @param said what the raiser said, in their words
 * @param owner or null: whoever answers for the area and the course
 * @param author as in {@link org.huifang.api.archive.Fact.AboutPerson#author()}
 */
public record NewTicket(String key, UUID learner, @Nullable UUID course, @Nullable UUID obligation, Area area,
        String code, String title, String said, @Nullable UUID owner, String author, Instant raised) {}
