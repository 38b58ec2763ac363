// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.evaluation.Estimate;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Recurrence;
import org.huifang.persistence.Sql;

/** Whether such tickets come again after a change was out. */
final class Recurring {
    private static final int LONGEST_DAYS = 90;
    private static final String COUNT = """
        select count(*) from ticket.ticket where tenant = ? and area = ? and (? = '' or code = ?)
            and (?::uuid is null or course = ?) and raised >= ? and raised < ?""";

    private Recurring() {
    }

    static Recurrence none(long linked) {
        return new Recurrence(linked, 0, 0, 0, 0, Double.POSITIVE_INFINITY);
    }

    static Recurrence of(Sql sql, TenantId tenant, CourseChange change, Instant now) throws SQLException {
        long linked = sql.list("select count(*) from ticket.ticket where change = ?", row -> row.getLong(1),
                change.id()).getFirst();
        Instant out = change.released();
        if (out == null || !out.isBefore(now)) {
            return none(linked);
        }
        Duration since = Duration.between(out, now);
        Duration window = since.compareTo(Duration.ofDays(LONGEST_DAYS)) > 0 ? Duration.ofDays(LONGEST_DAYS) : since;
        long before = count(sql, tenant, change, out.minus(window), out);
        long after = count(sql, tenant, change, out, out.plus(window));
        return of(linked, (int) Math.ceil(window.toMinutes() / (24.0 * 60)), before, after);
    }

    /** Of equally long times, so that the odds of "after" among all are the ratio of the rates. */
    static Recurrence of(long linked, int days, long before, long after) {
        return Estimate.Share.wilson(after, before + after) instanceof Estimate.Share share
                ? new Recurrence(linked, days, before, after, odds(share.low()), odds(share.high()))
                : new Recurrence(linked, days, 0, 0, 0, Double.POSITIVE_INFINITY);
    }

    private static double odds(double share) {
        return share >= 1 ? Double.POSITIVE_INFINITY : share / (1 - share);
    }

    private static long count(Sql sql, TenantId tenant, CourseChange c, Instant from, Instant to)
            throws SQLException {
        UUID course = c.course();
        return sql.list(COUNT, row -> row.getLong(1), tenant.value(), c.area().name(), c.code(), c.code(), course,
                course, from, to).getFirst();
    }
}
