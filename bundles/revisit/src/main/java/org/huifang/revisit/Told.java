// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Attempt;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way to the archive.
 *
 * @param id of the row; 0 while it is not written
 * @param key the same however often it is delivered; null when the row's id makes it
 */
record Told(TenantId tenant, long id, String kind, @Nullable String key, UUID obligation, UUID learner, UUID course,
        String step, Instant due, Instant at, @Nullable Outcome outcome, @Nullable State state, @Nullable UUID agent,
        String said, @Nullable Integer satisfaction, @Nullable Integer recommendation) {
    private static final String FELL_DUE = "FELL_DUE";
    private static final String REVISITED = "REVISITED";
    private static final String ANSWERED = "ANSWERED";
    private static final String EXEMPTED = "EXEMPTED";

    /** The first time has the plain key; a moved promise, and a second time after a return, have their own. */
    static Told fellDue(Owed owed, boolean first, Instant at) {
        return of(owed, FELL_DUE, first ? owed.id() + ":due" : null, at, null, null, null, "", null, null);
    }

    static Told revisited(Owed after, Attempt attempt) {
        return of(after, REVISITED, after.id() + ":attempt:" + attempt.key(), attempt.at(), attempt.outcome(),
                after.state(), attempt.agent(), attempt.note(), null, null);
    }

    static Told answered(Owed after, Answers answers, Instant at) {
        return of(after, ANSWERED, after.id() + ":answered", at, null, null, null, answers.comment(),
                answers.satisfaction(), answers.recommendation());
    }

    static Told exempted(Owed after, Instant at) {
        return of(after, EXEMPTED, null, at, null, null, null, after.reason(), null, null);
    }

    private static Told of(Owed owed, String kind, @Nullable String key, Instant at, @Nullable Outcome outcome,
            @Nullable State state, @Nullable UUID agent, String said, @Nullable Integer satisfaction,
            @Nullable Integer recommendation) {
        return new Told(owed.tenant(), 0, kind, key, owed.id(), owed.learner(), owed.course(), owed.step(), owed.due(),
                at,
                outcome, state, agent, said, satisfaction, recommendation);
    }

    Delivery delivery() {
        String name = key == null ? obligation + ":" + id : key;
        return new Delivery(tenant, "revisit", name, List.of(fact()));
    }

    private Fact fact() {
        return switch (kind) {
            case FELL_DUE -> new Fact.FellDue(learner, course, obligation, step, due, at);
            case REVISITED -> new Fact.Revisited(learner, course, obligation, step, there(outcome), there(state), said,
                    there(agent), due, at);
            case ANSWERED ->
                new Fact.Answered(learner, course, obligation, step, satisfaction, recommendation, said, due,
                        at);
            case EXEMPTED -> new Fact.Exempted(learner, course, obligation, step, said, at);
            default -> throw new IllegalStateException("no fact is called " + kind);
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
