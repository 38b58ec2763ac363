// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.Locale;
import org.huifang.api.segment.Condition;
import org.jspecify.annotations.Nullable;

/** The kinds of simple conditions that an editor offers. */
enum Rule {
    IS, CONTAINS, KNOWN, OUTDATED, WEARS, COURSE, ACTIVE, ENROLLED, MEASURED, REACHED, BOUGHT, KEPT;

    /** Null for one that is made of others. */
    static @Nullable Rule of(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> IS;
            case Condition.Contains has -> CONTAINS;
            case Condition.Known known -> KNOWN;
            case Condition.Wears wears -> WEARS;
            case Condition.InCourse in -> COURSE;
            case Condition.Active active -> ACTIVE;
            case Condition.EnrolledWithin within -> ENROLLED;
            case Condition.OutOfDate old -> OUTDATED;
            case Condition.Measured measured -> MEASURED;
            case Condition.Reached reached -> REACHED;
            case Condition.Bought bought -> BOUGHT;
            case Condition.KeptBy kept -> KEPT;
            case Condition.Combined combined -> null;
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
