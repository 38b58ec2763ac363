// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.parts.Happened.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HappenedTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String WORDS = "the teacher talks too fast";

    static Fact[] facts() {
        var course = new CourseKey("platform:1", "c");
        var person = new PersonKey("platform:1", "li");
        return new Fact[]{new Fact.Answered(ID, ID, ID, "mid", 1, 0, WORDS, NOW, NOW),
                new Fact.Revisited(ID, ID, ID, "first", Outcome.REACHED, State.DONE, WORDS, ID, NOW, NOW),
                new Fact.Complained(course, person, WORDS, NOW), new Fact.RefundAsked(course, person, WORDS, NOW),
                new Fact.FeedbackGiven(ID, ID, ID, "first", Area.CONTENT, "", WORDS, true, ID, NOW),
                new Fact.Promised(ID, ID, ID, "first", WORDS, NOW, ID, NOW),
                new Fact.TicketMoved(ID, ID, ID, "title", TicketState.NEW, WORDS, "learner:" + ID, NOW)};
    }

    @ParameterizedTest
    @MethodSource("facts")
    void complaint_13_an_instructor_sees_that_somebody_spoke_and_not_what_they_said(Fact fact) {
        assertThat(Happened.said(fact, Detail.ALL)).isEqualTo(WORDS);
        assertThat(Happened.said(fact, Detail.NOT_WHAT_WAS_SAID)).isEmpty();
    }

    @Test
    void who_decided_looked_or_called_stands_there_by_name() {
        var by = new Fact.Exempted(ID, ID, ID, "first", "met in person", ID, NOW);
        var looked = new Fact.Revealed(ID, "phone", "call", "staff:" + ID, NOW);
        var again = new Fact.OwedAgain(ID, ID, ID, "first", ID, NOW);
        var moved = new Fact.Rescheduled(ID, ID, ID, "first", NOW, ID, NOW);
        for (Fact fact : List.of(by, again, moved, looked, facts()[1], facts()[4], facts()[5])) {
            var entry = new TimelineEntry(TenantId.DEFAULT, 1, ID, ID, fact, "staff", NOW);
            assertThat(Happened.from(entry, id -> id.equals(ID) ? "Ann" : "")).isEqualTo("Ann");
        }
    }
}
