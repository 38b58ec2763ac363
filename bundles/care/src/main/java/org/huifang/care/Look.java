// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * How far the people of one greeting's day were gone through.
 *
 * @param began when this round began
 * @param looked when the last whole round began, or null
 * @param over whether the day is over everywhere and all was looked through since
 */
record Look(UUID greeting, LocalDate day, String position, Instant began, @Nullable Instant looked, boolean over) {
    private static final Duration AGAIN = Duration.ofHours(2);
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /** The newest day that has begun somewhere. */
    static LocalDate newest(Instant now) {
        return LocalDate.ofInstant(now, FIRST);
    }

    /** The oldest day that has not ended everywhere. */
    static LocalDate oldest(Instant now) {
        return LocalDate.ofInstant(now, LAST);
    }

    private static boolean ended(LocalDate day, Instant at) {
        return !at.isBefore(day.plusDays(1).atStartOfDay(LAST).toInstant());
    }

    static List<Look> since(Sql sql, LocalDate day) throws SQLException {
        return sql.list("select * from care.look where day >= ?",
                row -> new Look(Sql.id(row, "greeting"), row.getObject("day", LocalDate.class),
                        row.getString("position"), Sql.instant(row, "began"), Sql.time(row, "looked"),
                        row.getBoolean("over")),
                day);
    }

    /** The round to go on with now; empty when there is nothing to look at for the time being. */
    static Optional<Look> now(@Nullable Look before, Kept kept, LocalDate day, Instant now) {
        if (before == null) {
            return Optional.of(new Look(kept.id(), day, "", now, null, false));
        }
        if (before.over) {
            return Optional.empty();
        }
        Instant done = before.looked;
        if (!before.position.isEmpty() || done == null) {
            return Optional.of(before);
        }
        return ended(day, now) || !now.isBefore(done.plus(AGAIN))
                ? Optional.of(new Look(kept.id(), day, "", now, done, false))
                : Optional.empty();
    }

    /** Whether somebody whose day began then should have been found before. */
    boolean missed(Instant begins) {
        return looked == null || looked.isBefore(begins);
    }

    /** Goes on to the next page, or ends the round; false when somebody else was faster. */
    boolean move(Sql sql, Kept kept, @Nullable String next) throws SQLException {
        sql.update("insert into care.look (tenant, greeting, day, began) values (?, ?, ?, ?) on conflict do nothing",
                kept.tenant().value(), greeting, day, began);
        // a round that begins anew stands where the one before ended: at the beginning
        return sql.update("update care.look set position = ?, began = ?, looked = case when ? then ? else looked end,"
                + " over = ? where greeting = ? and day = ? and position = ? and looked is not distinct from ?"
                + " and not over", next == null ? "" : next, began, next == null, began,
                next == null && ended(day, began), greeting, day, position, looked) == 1;
    }
}
