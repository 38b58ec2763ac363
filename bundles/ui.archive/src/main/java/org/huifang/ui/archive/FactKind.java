// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.Locale;
import org.huifang.api.archive.Fact;

/** What a timeline can be narrowed to. */
enum FactKind {
    ALL, LEARNING, ENROLMENT, REVISIT, FILE;

    boolean holds(Fact fact) {
        return this == ALL || this == of(fact);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static FactKind of(Fact fact) {
        return switch (fact) {
            case Fact.LessonCompleted l -> LEARNING;
            case Fact.Launched l -> LEARNING;
            case Fact.CourseFinished f -> LEARNING;
            case Fact.CourseDescribed d -> ENROLMENT;
            case Fact.Enrolled e -> ENROLMENT;
            case Fact.Left l -> ENROLMENT;
            case Fact.ExamSet e -> ENROLMENT;
            case Fact.AccessGranted a -> ENROLMENT;
            case Fact.RefundAsked r -> ENROLMENT;
            case Fact.Refunded r -> ENROLMENT;
            case Fact.TestTaken t -> LEARNING;
            case Fact.Complained c -> REVISIT;
            case Fact.TicketMoved t -> REVISIT;
            case Fact.FromHuifang h -> REVISIT;
            case Fact.Purchased p -> ENROLMENT;
            case Fact.AboutPerson p -> FILE;
        };
    }
}
