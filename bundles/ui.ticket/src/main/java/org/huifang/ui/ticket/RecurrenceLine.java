// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import java.util.Locale;
import org.huifang.api.ticket.Recurrence;

/** Whether such tickets come again, with n and interval. */
final class RecurrenceLine {
    private static final double MANY = 99;

    private RecurrenceLine() {
    }

    static String text(Recurrence r) {
        if (r.days() == 0) {
            return TicketWords.text("tickets.recurrence.before", r.linked());
        }
        if (r.before() + r.after() == 0) {
            return TicketWords.text("tickets.recurrence.none", r.linked(), r.days());
        }
        return TicketWords.text(r.apart() ? "tickets.recurrence.apart" : "tickets.recurrence.unsure", r.linked(),
                r.before(), r.after(), r.days(), ratio(r.low()), ratio(r.high()));
    }

    private static String ratio(double ratio) {
        return ratio > MANY ? "∞" : String.format(Locale.ROOT, "%.1f", ratio);
    }
}
