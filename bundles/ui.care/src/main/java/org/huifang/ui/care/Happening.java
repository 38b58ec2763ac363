// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.care;

import java.util.List;
import java.util.Locale;
import org.huifang.api.care.Occasion;

/** The kinds of occasions, as one chooses them. */
enum Happening {
    BIRTHDAY, FESTIVAL, MILESTONE, FINISHED;

    private static final int HALF = 50;

    static Happening of(Occasion occasion) {
        return switch (occasion) {
            case Occasion.Birthday() -> BIRTHDAY;
            case Occasion.Festival _ -> FESTIVAL;
            case Occasion.Milestone _ -> MILESTONE;
            case Occasion.Finished() -> FINISHED;
        };
    }

    /** As in keys of messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What one begins with. */
    Occasion usual() {
        return switch (this) {
            case BIRTHDAY -> new Occasion.Birthday();
            case FESTIVAL -> new Occasion.Festival(List.of());
            case MILESTONE -> new Occasion.Milestone(HALF);
            case FINISHED -> new Occasion.Finished();
        };
    }
}
