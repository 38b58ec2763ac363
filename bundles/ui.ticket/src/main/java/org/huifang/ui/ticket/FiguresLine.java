// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import java.time.Duration;
import java.util.List;
import org.huifang.api.ticket.TicketFigures;
import org.huifang.ui.parts.Estimates;
import org.jspecify.annotations.Nullable;

/** How quickly and how well tickets were dealt with, each number with what it rests on. */
final class FiguresLine {
    /** Over so many days. */
    static final int DAYS = 90;

    private FiguresLine() {
    }

    static List<String> sentences(TicketFigures f) {
        return List.of(TicketWords.text("tickets.figures", DAYS, f.raised()),
                time("tickets.figures.response", f.responseMedian(), f.responseNinth()),
                time("tickets.figures.resolve", f.resolveMedian(), f.resolveNinth()),
                TicketWords.text("tickets.figures.loop", Estimates.sentence(f.closedLoop())));
    }

    private static String time(String what, @Nullable Duration half, @Nullable Duration ninth) {
        if (half == null) {
            return TicketWords.text(what + ".unknown");
        }
        return ninth == null
                ? TicketWords.text(what + ".half", TicketWords.work(half))
                : TicketWords.text(what, TicketWords.work(half), TicketWords.work(ninth));
    }
}
