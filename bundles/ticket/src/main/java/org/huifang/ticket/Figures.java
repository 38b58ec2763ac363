// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketFigures;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** How quickly tickets are dealt with, in working time, with those that are still open counted as such. */
final class Figures {
    private static final int MOST = 20_000;
    private static final double HALF = 0.5;
    private static final double NINE_OF_TEN = 0.9;

    /** A time, and whether it ended then or is only known to last at least so long. */
    record Lasting(Duration time, boolean ended) {}

    private Figures() {
    }

    static List<Case> raised(Sql sql, TenantId tenant, @Nullable Area area, @Nullable UUID course, Instant from,
            Instant to) throws SQLException {
        String name = area == null ? null : area.name();
        return Cases.list(sql, "where t.tenant = ? and (?::text is null or t.area = ?)"
                + " and (?::uuid is null or t.course = ?) and t.raised >= ? and t.raised < ? order by t.raised limit ?",
                tenant.value(), name, name, course, course, from, to, MOST);
    }

    static TicketFigures of(List<Case> raised, WorkCalendar work, Instant now) {
        var responses = new ArrayList<Lasting>();
        var solutions = new ArrayList<Lasting>();
        long looped = 0;
        for (Case one : raised) {
            Instant first = one.clocks().first();
            Instant end = one.closed() == null ? now : one.closed();
            responses.add(new Lasting(work.between(one.raised().at(), first == null ? end : first), first != null));
            boolean confirmed = one.closed() != null && !one.unanswered();
            solutions.add(new Lasting(work.between(one.clocks().started(), end), confirmed));
            Long left = one.clocks().left();
            if (confirmed && left != null && left >= 0) {
                looped++;
            }
        }
        return new TicketFigures(raised.size(), quantile(responses, HALF), quantile(responses, NINE_OF_TEN),
                quantile(solutions, HALF), quantile(solutions, NINE_OF_TEN),
                Estimate.Share.wilson(looped, raised.size()));
    }

    /** The first time at which the share that is still going falls to 1 - q; null when it never does. */
    static @Nullable Duration quantile(List<Lasting> times, double q) {
        List<Lasting> sorted = times.stream()
                .sorted(Comparator.comparing(Lasting::time).thenComparing(Lasting::ended, Comparator.reverseOrder()))
                .toList();
        double going = 1;
        int atRisk = sorted.size();
        for (Lasting one : sorted) {
            if (one.ended) {
                going *= 1 - 1.0 / atRisk;
                if (going <= 1 - q + 1e-9) {
                    return one.time;
                }
            }
            atRisk--;
        }
        return null;
    }
}
