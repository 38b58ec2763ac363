// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What a day asks of the team.
 *
 * @param contacts calls planned for it, and on the first day those that wait since earlier ones
 * @param minutes that they take
 * @param byOwner minutes by whoever answers
 */
public record DayLoad(LocalDate day, long contacts, long minutes, Map<UUID, Long> byOwner) {
    public DayLoad {
        byOwner = Map.copyOf(byOwner);
    }
}
