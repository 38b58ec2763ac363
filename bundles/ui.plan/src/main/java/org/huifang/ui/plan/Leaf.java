// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huifang.api.revisit.When;

/** The simple conditions, each with the numbers that stand in its sentence. */
enum Leaf {
    INACTIVE(14, 1, 366), TEST_FAILED, SCORE_BELOW(60, 1, 100), SATISFACTION_BELOW(3, 2, 5), COMPLAINED(7, 1,
            366), REFUND_ASKED(7, 1, 366), LESSONS_LEFT(5, 0, 1_000), EXPIRES_WITHIN(14, 1, 366), PROGRESS(0, 0, 100);

    private final boolean numbered;
    private final int usual;
    private final int least;
    private final int most;

    Leaf() {
        this(false, 0, 0, 0);
    }

    Leaf(int usual, int least, int most) {
        this(true, usual, least, most);
    }

    Leaf(boolean numbered, int usual, int least, int most) {
        this.numbered = numbered;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** Empty for one that is made of others. */
    static Optional<Leaf> of(When when) {
        return Optional.ofNullable(switch (when) {
            case When.All all -> null;
            case When.Any any -> null;
            case When.Not not -> null;
            case When.Inactive w -> INACTIVE;
            case When.TestFailed w -> TEST_FAILED;
            case When.ScoreBelow w -> SCORE_BELOW;
            case When.SatisfactionBelow w -> SATISFACTION_BELOW;
            case When.Complained w -> COMPLAINED;
            case When.RefundAsked w -> REFUND_ASKED;
            case When.LessonsLeft w -> LESSONS_LEFT;
            case When.ExpiresWithin w -> EXPIRES_WITHIN;
            case When.Progress w -> PROGRESS;
        });
    }

    /** The numbers of a simple condition, as they stand in its sentence. */
    static List<Integer> numbers(When when) {
        return switch (when) {
            case When.Inactive w -> List.of(w.days());
            case When.ScoreBelow w -> List.of(w.score());
            case When.SatisfactionBelow w -> List.of(w.satisfaction());
            case When.Complained w -> List.of(w.days());
            case When.RefundAsked w -> List.of(w.days());
            case When.LessonsLeft w -> List.of(w.most());
            case When.ExpiresWithin w -> List.of(w.days());
            case When.Progress w -> List.of(w.least(), w.most());
            default -> List.of();
        };
    }

    /** @param second of {@link #PROGRESS} only */
    When make(int first, int second) {
        return switch (this) {
            case INACTIVE -> new When.Inactive(first);
            case TEST_FAILED -> new When.TestFailed();
            case SCORE_BELOW -> new When.ScoreBelow(first);
            case SATISFACTION_BELOW -> new When.SatisfactionBelow(first);
            case COMPLAINED -> new When.Complained(first);
            case REFUND_ASKED -> new When.RefundAsked(first);
            case LESSONS_LEFT -> new When.LessonsLeft(first);
            case EXPIRES_WITHIN -> new When.ExpiresWithin(first);
            case PROGRESS -> new When.Progress(first, second);
        };
    }

    /** As it begins. */
    When usual() {
        return make(usual, 100);
    }

    boolean numbered() {
        return numbered;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    /** The end of its message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
