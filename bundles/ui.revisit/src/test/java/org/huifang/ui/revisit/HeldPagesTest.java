// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huifang.api.Page;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Origin;
import org.huifang.api.revisit.State;
import org.junit.jupiter.api.Test;

class HeldPagesTest {
    private static final int PORTION = 7;

    @Test
    void all_that_is_held_for_the_reason_is_found_once_overdue_first() {
        var overdue = some(100, State.OVERDUE, 60);
        var due = some(200, State.DUE, 45);
        var pages = new HeldPages((state, after, limit) -> {
            var all = state == State.OVERDUE ? overdue : due;
            int from = after == null ? 0 : Integer.parseInt(after);
            int to = Math.min(all.size(), from + PORTION);
            return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
        }, Hold.Reason.CAP);

        var found = new ArrayList<UUID>();
        String after = null;
        do {
            var page = pages.read(after, 5);
            page.items().forEach(each -> found.add(each.id()));
            after = page.next();
        } while (after != null);

        var expected = new ArrayList<UUID>();
        List.of(overdue, due).forEach(all -> all.stream()
                .filter(each -> each.hold() != null && each.hold().reason() == Hold.Reason.CAP)
                .forEach(each -> expected.add(each.id())));
        assertThat(found).hasSize(35).isEqualTo(expected);
    }

    private static List<Obligation> some(int first, State state, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Obligation(Owed.id(first + i), Owed.LEARNER, Owed.COURSE,
                "first", "", Kind.CALL, Origin.PLAN, state, Owed.NOW, Owed.NOW, null, "", Owed.id(1), 5, null,
                i % 3 == 0 ? new Hold(Hold.Reason.CAP, null) : i % 3 == 1 ? new Hold(Hold.Reason.MINOR, null) : null,
                List.of())).toList();
    }
}
