// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.huifang.api.intake.RosterSource.Trouble;
import org.jspecify.annotations.Nullable;

/** What the system answered. */
sealed interface Answer {
    /**
     * Some records of a collection.
     *
     * @param total how many there are in all, or -1 where it does not say
     * @param last whether it says that no more follow
     * @param date the time by its own clock, or null
     */
    record Page(List<JsonNode> records, long total, boolean last, @Nullable Instant date) implements Answer {}

    /** @param detail for an admin, without personal data */
    record Failed(Trouble trouble, String detail) implements Answer {}
}
