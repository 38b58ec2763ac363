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
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.revisit.Promise;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way to the archive.
 *
 * @param id of the row; 0 while it is not written
 * @param key the same however often it is delivered; null when the row's id makes it
 */
record Told(TenantId tenant, long id, Kind kind, @Nullable String key, UUID obligation, UUID learner, UUID course,
        String step, Instant due, Instant at, @Nullable Outcome outcome, @Nullable State state, @Nullable UUID agent,
        String said, @Nullable Integer satisfaction, @Nullable Integer recommendation, @Nullable String channel,
        @Nullable Feedback feedback) {
    /** The names stand in the database. */
    enum Kind {
        FELL_DUE, REVISITED, ANSWERED, EXEMPTED, NOTIFIED, NOTICE_ANSWERED, FEEDBACK, PROMISED, OWED_AGAIN, RESCHEDULED
    }

    /** The first time has the plain key; a moved promise, and a second time after a return, have their own. */
    static Told fellDue(Owed owed, boolean first, Instant at) {
        return of(owed, Kind.FELL_DUE, first ? owed.id() + ":due" : null, at);
    }

    static Told revisited(Owed after, Attempt attempt) {
        return of(after, Kind.REVISITED, after.id() + ":attempt:" + attempt.key(), attempt.at())
                .by(attempt.agent(), attempt.note(), attempt.outcome(), after.state());
    }

    static Told answered(Owed after, Answers answers, Instant at) {
        Told told = of(after, Kind.ANSWERED, after.id() + ":answered", at).saying(answers.comment());
        return new Told(told.tenant, 0, told.kind, told.key, told.obligation, told.learner, told.course, told.step,
                told.due, told.at, null, null, null, told.said, answers.satisfaction(), answers.recommendation(), null,
                null);
    }

    static Told exempted(Owed after, Instant at) {
        return exempted(after, null, at);
    }

    static Told exempted(Owed after, @Nullable UUID by, Instant at) {
        return of(after, Kind.EXEMPTED, null, at).by(by, after.reason(), null, null);
    }

    static Told owedAgain(Owed after, @Nullable UUID by, Instant at) {
        return of(after, Kind.OWED_AGAIN, null, at).by(by, "", null, null);
    }

    static Told rescheduled(Owed owed, Instant to, UUID by, Instant at) {
        return new Told(owed.tenant(), 0, Kind.RESCHEDULED, null, owed.id(), owed.learner(), owed.course(), owed.step(),
                to, at, null, null, by, "", null, null, null, null);
    }

    /** @param contact when the contact is to be */
    static Told notified(Owed owed, String channel, Instant contact, Instant at) {
        Told told = of(owed, Kind.NOTIFIED, null, at);
        return new Told(told.tenant, 0, told.kind, null, told.obligation, told.learner, told.course, told.step, contact,
                at, null, null, null, "", null, null, channel, null);
    }

    static Told noticeAnswered(Owed owed, String answer, Instant at) {
        return of(owed, Kind.NOTICE_ANSWERED, null, at).saying(answer);
    }

    static Told feedback(Owed owed, Attempt attempt, int nth) {
        Feedback feedback = attempt.feedback().get(nth);
        Told told = of(owed, Kind.FEEDBACK, owed.id() + ":feedback:" + attempt.key() + ":" + nth, attempt.at());
        return new Told(told.tenant, 0, told.kind, told.key, told.obligation, told.learner, told.course, told.step,
                told.due, told.at, null, null, attempt.agent(), feedback.said(), null, null, null, feedback);
    }

    /** @param promised the obligation that the promise has become */
    static Told promised(Owed promised, Attempt attempt, Promise promise) {
        Told told = of(promised, Kind.PROMISED, promised.id() + ":promised", attempt.at());
        return new Told(told.tenant, 0, told.kind, told.key, told.obligation, told.learner, told.course, told.step,
                Place.storable(promise.by()), told.at, null, null, attempt.agent(), promise.what(), null, null, null,
                null);
    }

    private static Told of(Owed owed, Kind kind, @Nullable String key, Instant at) {
        return new Told(owed.tenant(), 0, kind, key, owed.id(), owed.learner(), owed.course(), owed.step(), owed.due(),
                at, null, null, null, "", null, null, null, null);
    }

    private Told saying(String text) {
        return by(null, text, null, null);
    }

    private Told by(@Nullable UUID whom, String text, @Nullable Outcome came, @Nullable State now) {
        return new Told(tenant, id, kind, key, obligation, learner, course, step, due, at, came, now, whom, text,
                satisfaction, recommendation, channel, feedback);
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
            case ANSWERED -> new Fact.Answered(learner, course, obligation, step, satisfaction, recommendation, said,
                    due, at);
            case EXEMPTED -> new Fact.Exempted(learner, course, obligation, step, said, agent, at);
            case NOTIFIED -> new Fact.Notified(learner, course, obligation, step, there(channel), due, at);
            case NOTICE_ANSWERED -> new Fact.NoticeAnswered(learner, course, obligation, step, said, at);
            case FEEDBACK -> new Fact.FeedbackGiven(learner, course, obligation, step, there(feedback).area(),
                    there(feedback).code(), said, there(feedback).problem(), there(agent), at);
            case OWED_AGAIN -> new Fact.OwedAgain(learner, course, obligation, step, agent, at);
            case RESCHEDULED -> new Fact.Rescheduled(learner, course, obligation, step, due, there(agent), at);
            case PROMISED -> new Fact.Promised(learner, course, obligation, step, said, due, there(agent), at);
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
