// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.util.ArrayList;
import org.huifang.api.Page;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.MoreList;
import org.jspecify.annotations.Nullable;

/**
 * What is held for one reason, picked from what is overdue and then from what is due. It is read in portions; a page ends
 * early, and goes on where it ended, rather than keep the reader waiting.
 */
record HeldPages(Portions portions, Hold.Reason reason) implements MoreList.Source<Obligation> {
    private static final int PORTION = 500;
    private static final int MOST_PORTIONS = 20;
    private static final String DUE = "d";
    private static final String OVERDUE = "o";

    /** The list behind a figure, by state. */
    interface Portions {
        Page<Obligation> read(State state, @Nullable String after, int limit);
    }

    @Override
    public Page<Obligation> read(@Nullable String after, int limit) {
        var found = new ArrayList<Obligation>();
        var cursor = after == null ? OVERDUE : after;
        for (int i = 0; i < MOST_PORTIONS && found.size() < limit; i++) {
            var state = cursor.startsWith(OVERDUE) ? State.OVERDUE : State.DUE;
            var page = portions.read(state, cursor.length() == 1 ? null : cursor.substring(1), PORTION);
            page.items().stream().filter(each -> each.hold() != null && each.hold().reason() == reason)
                    .forEach(found::add);
            if (page.next() != null) {
                cursor = (state == State.OVERDUE ? OVERDUE : DUE) + page.next();
            } else if (state == State.OVERDUE) {
                cursor = DUE;
            } else {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, cursor);
    }
}
