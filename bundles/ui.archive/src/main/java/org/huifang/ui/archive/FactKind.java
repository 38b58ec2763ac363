// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive;

import java.util.Locale;
import java.util.Set;
import org.huifang.api.archive.Fact;

/** What a timeline can be narrowed to; each kind of fact belongs to one. */
enum FactKind {
    ALL(), LEARNING(Fact.LessonCompleted.class, Fact.Launched.class, Fact.CourseFinished.class,
            Fact.TestTaken.class), ENROLMENT(Fact.CourseDescribed.class, Fact.Enrolled.class, Fact.Left.class,
                    Fact.ExamSet.class, Fact.AccessGranted.class, Fact.RefundAsked.class, Fact.Refunded.class,
                    Fact.Purchased.class), REVISIT(Fact.FromHuifang.class, Fact.Complained.class,
                            Fact.TicketMoved.class, Fact.Greeted.class), FILE(Fact.PersonDescribed.class,
                                    Fact.PersonWithdrawn.class,
                                    Fact.ValueSaid.class, Fact.ValueChecked.class, Fact.Revealed.class,
                                    Fact.Merged.class, Fact.Split.class, Fact.KeptApart.class, Fact.Tagged.class,
                                    Fact.KeeperNamed.class, Fact.Linked.class, Fact.Consented.class);

    private final Set<Class<? extends Fact>> facts;

    @SafeVarargs
    FactKind(Class<? extends Fact>... facts) {
        this.facts = Set.of(facts);
    }

    /** None for all. */
    Set<Class<? extends Fact>> facts() {
        return facts;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
