// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.jspecify.annotations.Nullable;

/** A fact about to be stored, with the files that its keys belong to. */
record Entry(Fact fact, String json, DeliveryKey delivery, @Nullable UUID course, @Nullable UUID learner) {
    Instant at() {
        return Text.storable(fact.at());
    }

    /** What it says about who somebody is. */
    Stream<Saying> says() {
        return Saying.of(fact, learner, delivery.source(), at()).stream();
    }

    @Nullable
    Withdrawal withdraws() {
        return Withdrawal.of(fact, learner, delivery.source());
    }

    static @Nullable PersonKey person(Fact fact) {
        return switch (fact) {
            case Fact.Launched f -> f.person();
            case Fact.Enrolled f -> f.person();
            case Fact.Left f -> f.person();
            case Fact.LessonCompleted f -> f.person();
            case Fact.CourseFinished f -> f.person();
            case Fact.CourseDescribed f -> null;
            case Fact.ExamSet f -> null;
            case Fact.AccessGranted f -> f.person();
            case Fact.TestTaken f -> f.person();
            case Fact.Complained f -> f.person();
            case Fact.RefundAsked f -> f.person();
            case Fact.Refunded f -> f.person();
            case Fact.ByKey f -> f.person();
            case Fact.FromHuifang f -> null;
            case Fact.ByFile f -> null;
        };
    }
}
