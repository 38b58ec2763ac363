// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.segment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A view of the list of files, kept under a name: who is in it, what is shown of them, in which order.
 *
 * @param name 1 to 80 characters
 * @param columns the list's own words, in order; empty for the usual ones
 * @param owner the account whose own it is, or null when everybody in the school has it
 */
public record Segment(UUID id, String name, Condition condition, List<String> columns, Order order,
        @Nullable UUID owner) {
    public Segment {
        if (name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("a segment's name has 1 to 80 characters");
        }
        columns = List.copyOf(columns);
    }
}
