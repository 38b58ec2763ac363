// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody does not work.
 *
 * @param from first day, in the school's zone
 * @param to last day
 * @param cover who takes over what falls due meanwhile, or null: whoever has room
 */
public record Absence(UUID id, UUID account, LocalDate from, LocalDate to, @Nullable UUID cover) {
    public Absence {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an absence ends on or after the day it begins");
        }
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
