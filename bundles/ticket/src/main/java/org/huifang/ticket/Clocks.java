// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.huifang.api.calendar.WorkCalendar;
import org.huifang.api.ticket.TicketRules;
import org.jspecify.annotations.Nullable;

/**
 * When a ticket's answers are owed, in working time.
 *
 * @param started when this round began: when it was raised, or opened again
 * @param responded when the raiser had the first answer of this round, or null
 * @param first when they had the first answer of all, or null
 * @param resolveBy null while the clock stands still
 * @param left seconds of working time that were left when it stopped; negative when it was late; null while it runs
 * @param paused since when it stands still for a wait or for the raiser's word, or null
 * @param waits until when at the latest, or null where it is not for a wait
 */
record Clocks(Instant started, Instant respondBy, @Nullable Instant responded, @Nullable Instant first,
        @Nullable Instant resolveBy, @Nullable Long left, @Nullable Instant paused,
        @Nullable Instant waits) {

    /** The clocks of a problem raised at this moment. */
    static Clocks from(Instant start, WorkCalendar work, TicketRules.Term term) {
        return new Clocks(start, work.plus(start, Duration.ofHours(term.respondHours())), null, null,
                endOfDay(work, start, term.resolveDays()), null, null, null);
    }

    /** The end of the n-th working day after a day. */
    static Instant endOfDay(WorkCalendar work, Instant from, int workingDays) {
        LocalDate day = work.plusDays(from.atZone(work.zone()).toLocalDate(), workingDays);
        Instant begin = day.atStartOfDay(work.zone()).toInstant();
        Duration hours = work.between(begin, day.plusDays(1).atStartOfDay(work.zone()).toInstant());
        return work.plus(begin, hours);
    }

    /** The begin of work on the n-th working day after a day. */
    static Instant beginOfDay(WorkCalendar work, Instant from, int workingDays) {
        LocalDate day = work.plusDays(from.atZone(work.zone()).toLocalDate(), workingDays);
        return work.plus(day.atStartOfDay(work.zone()).toInstant(), Duration.ofMinutes(1));
    }

    Clocks answered(Instant now) {
        return new Clocks(started, respondBy, responded == null ? now : responded, first == null ? now : first,
                resolveBy, left, paused, waits);
    }

    /** Stops; what is left is kept. */
    Clocks stopped(Instant now, WorkCalendar work) {
        return new Clocks(started, respondBy, responded, first, null, left(now, work).getSeconds(),
                paused == null ? now : paused, null);
    }

    /** Stops for a wait that ends by itself. */
    Clocks waiting(Instant now, WorkCalendar work, Instant until) {
        return new Clocks(started, respondBy, responded, first, null, left(now, work).getSeconds(), now, until);
    }

    /** Goes on with what was left. */
    Clocks going(Instant now, WorkCalendar work) {
        if (left == null) {
            return this;
        }
        Instant by = left > 0 ? work.plus(now, Duration.ofSeconds(left)) : now.plusSeconds(left);
        return new Clocks(started, respondBy, responded, first, by, null, null, null);
    }

    /** Stands still for good. */
    Clocks ended(Instant now, WorkCalendar work) {
        return new Clocks(started, respondBy, responded, first, null, left(now, work).getSeconds(), null, null);
    }

    /** Everything is owed anew; the first answer of all stays known. */
    Clocks again(Instant now, WorkCalendar work, TicketRules.Term term) {
        Clocks fresh = from(now, work, term);
        return new Clocks(now, fresh.respondBy, null, first, fresh.resolveBy, null, null, null);
    }

    /** Working time that is left; negative when it is late. */
    Duration left(Instant now, WorkCalendar work) {
        if (left != null) {
            return Duration.ofSeconds(left);
        }
        if (resolveBy == null) {
            return Duration.ZERO;
        }
        return resolveBy.isBefore(now) ? work.between(resolveBy, now).negated() : work.between(now, resolveBy);
    }
}
