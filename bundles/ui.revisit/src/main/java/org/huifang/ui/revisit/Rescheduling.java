// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.Planned;

/** Moves all that one call is about together, and together back: what stayed behind would be a second call. */
final class Rescheduling {
    /** Moves the contact about one obligation. */
    interface Move {
        /** @return false when it was not moved */
        boolean to(UUID obligation, Instant at);
    }

    private final Move move;

    Rescheduling(Move move) {
        this.move = move;
    }

    /** @return what was moved, as it was before; none when that time is not allowed, or nothing is owed any more */
    List<Obligation> to(Case now, Instant at) {
        return now.purposes().stream().filter(purpose -> move.to(purpose.id(), at)).toList();
    }

    /** Takes it back: each to its own time, as far as it had one. */
    void back(List<Obligation> moved) {
        moved.forEach(purpose -> former(purpose).ifPresent(before -> move.to(purpose.id(), before)));
    }

    private static Optional<Instant> former(Obligation purpose) {
        return Optional.ofNullable(purpose.planned()).map(Planned::at);
    }
}
