// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The draft of the case in hand: each change is on the server before the next is typed. It is kept under the purpose that
 * is due first, and found under any.
 */
final class Typed {
    /** What the store takes; fields limit what is typed so that this is not met in normal work. */
    static final int LONGEST = 20_000;
    private static final Duration TAKEN_AGAIN = Duration.ofMinutes(10);

    /** What became of a change. */
    enum Kept {
        KEPT, TOO_LONG
    }

    private final Desk desk;
    private final Consumer<Kept> told;
    private @Nullable UUID under;
    private Draft now = Draft.EMPTY;
    private Instant taken = Instant.MIN;
    private int opened;

    Typed(Desk desk, Consumer<Kept> told) {
        this.desk = desk;
        this.told = told;
    }

    Draft now() {
        return now;
    }

    /** Rises with each case that is opened. */
    int opened() {
        return opened;
    }

    /** Reads what was typed about this case before. */
    Draft open(Case opened) {
        this.opened++;
        under = opened.id();
        taken = desk.now();
        now = Draft.EMPTY;
        for (var purpose : opened.purposes()) {
            if (now.equals(Draft.EMPTY)) {
                now = DraftText.parse(desk.revisits().draft(Desk.tenant(), purpose.id(), Desk.agent()));
            }
        }
        return now;
    }

    void change(UnaryOperator<Draft> change) {
        var former = now;
        now = change.apply(now);
        if (under == null || now.equals(former)) {
            return;
        }
        var text = DraftText.of(now);
        if (text.length() > LONGEST) {
            told.accept(Kept.TOO_LONG);
            return;
        }
        desk.revisits().keepDraft(Desk.tenant(), under, Desk.agent(), text);
        hold();
        told.accept(Kept.KEPT);
    }

    /** What a later purpose of the call has to say, before the first is handed in and the draft of the whole is forgotten. */
    void rest(UUID later, List<About<Feedback>> feedback, List<About<Promise>> promises) {
        var text = DraftText.of(now.rest(feedback, promises));
        // else it was too long to be kept before, and the agent was told
        if (text.length() <= LONGEST) {
            desk.revisits().keepDraft(Desk.tenant(), later, Desk.agent(), text);
        }
    }

    void forget(UUID purpose) {
        desk.revisits().keepDraft(Desk.tenant(), purpose, Desk.agent(), "");
    }

    /** Keeps the case in hand while the agent works on it. */
    void hold() {
        if (under != null && taken.plus(TAKEN_AGAIN).isBefore(desk.now())) {
            taken = desk.now();
            desk.revisits().take(Desk.tenant(), under, Desk.agent());
        }
    }

    /** Whether this case is the open one, and nothing is typed about it. */
    boolean untouched(UUID id) {
        return id.equals(under) && now.equals(Draft.EMPTY);
    }

    /** The case is handed in, and its draft forgotten there. */
    void close() {
        under = null;
        now = Draft.EMPTY;
    }
}
