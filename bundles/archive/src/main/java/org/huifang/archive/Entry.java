// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.UUID;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.jspecify.annotations.Nullable;

/** A fact about to be stored, with the files that its keys belong to. */
record Entry(Fact fact, String json, DeliveryKey delivery, UUID course, @Nullable UUID learner) {
    Instant at() {
        return Text.storable(fact.at());
    }

    static @Nullable PersonKey person(Fact fact) {
        return switch (fact) {
            case Fact.Launched f -> f.person();
            case Fact.Enrolled f -> f.person();
            case Fact.Left f -> f.person();
            case Fact.LessonCompleted f -> f.person();
            case Fact.CourseFinished f -> f.person();
            case Fact.CourseDescribed f -> null;
            case Fact.FromHuifang f -> null;
        };
    }

    static @Nullable CourseRole role(Fact fact) {
        return switch (fact) {
            case Fact.Launched f -> f.role();
            case Fact.Enrolled f -> f.role();
            default -> null;
        };
    }

    static @Nullable Identity identity(Fact fact) {
        return switch (fact) {
            case Fact.Launched f -> f.identity();
            case Fact.Enrolled f -> f.identity();
            default -> null;
        };
    }
}
