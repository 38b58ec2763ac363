// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.State;
import org.jspecify.annotations.Nullable;

/** Keeps one row for each obligation; the same facts again, or in another order, give the same rows. */
final class Projection {
    private static final String TOLD = """
        insert into evaluation.obligation as o (tenant, id, learner, course, step, due, fell_at, done_at, exempt_at,
            satisfaction, recommendation)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
            due = case when excluded.done_at is not null
                    or o.done_at is null and excluded.fell_at >= coalesce(o.fell_at, '-infinity') then excluded.due
                else o.due end,
            fell_at = greatest(o.fell_at, excluded.fell_at),
            done_at = least(o.done_at, excluded.done_at),
            exempt_at = greatest(o.exempt_at, excluded.exempt_at),
            satisfaction = coalesce(o.satisfaction, excluded.satisfaction),
            recommendation = coalesce(o.recommendation, excluded.recommendation)""";

    private static final String RETURNED = """
        update evaluation.obligation set exempt_at = null where id = ? and exempt_at <= ?""";

    /** What a fact says about an obligation; null where it says nothing. */
    private record Said(@Nullable Instant due, @Nullable Instant fell, @Nullable Instant done, @Nullable Instant exempt,
            @Nullable Integer satisfaction, @Nullable Integer recommendation) {
        static @Nullable Said by(Fact.FromHuifang fact) {
            return switch (fact) {
                case Fact.FellDue f -> new Said(f.due(), f.at(), null, null, null, null);
                case Fact.Revisited f -> f.state() == State.DONE
                        ? new Said(f.due(), null, f.at(), null, null, null)
                        : null;
                case Fact.Answered f -> new Said(f.due(), null, f.at(), null, f.satisfaction(), f.recommendation());
                case Fact.Exempted f -> new Said(null, null, null, f.at(), null, null);
                case Fact.OwedAgain f -> null;
                case Fact.Rescheduled f -> null;
                case Fact.Notified f -> null;
                case Fact.NoticeAnswered f -> null;
                case Fact.FeedbackGiven f -> null;
                case Fact.Promised f -> null;
            };
        }
    }

    private Projection() {
    }

    static void take(Connection connection, List<TimelineEntry> entries) throws SQLException {
        try (PreparedStatement told = connection.prepareStatement(TOLD);
                PreparedStatement returned = connection.prepareStatement(RETURNED)) {
            for (TimelineEntry entry : entries) {
                switch (entry.fact()) {
                    case Fact.OwedAgain fact -> back(returned, fact);
                    case Fact.FromHuifang fact -> {
                        Said said = Said.by(fact);
                        if (said != null) {
                            bind(told, entry, fact, said);
                            told.executeUpdate();
                        }
                    }
                    case Fact.FromPlatform fact -> {
                    }
                    case Fact.AboutPerson fact -> {
                    }
                }
            }
        }
    }

    private static void back(PreparedStatement returned, Fact.OwedAgain fact) throws SQLException {
        returned.setObject(1, fact.obligation());
        returned.setObject(2, fact.at().atOffset(ZoneOffset.UTC));
        returned.executeUpdate();
    }

    private static void bind(PreparedStatement told, TimelineEntry entry, Fact.FromHuifang fact, Said said)
            throws SQLException {
        told.setString(1, entry.tenant().value());
        told.setObject(2, fact.obligation());
        told.setObject(3, fact.learner());
        told.setObject(4, fact.course());
        told.setString(5, fact.step());
        time(told, 6, said.due());
        time(told, 7, said.fell());
        time(told, 8, said.done());
        time(told, 9, said.exempt());
        told.setObject(10, said.satisfaction(), Types.INTEGER);
        told.setObject(11, said.recommendation(), Types.INTEGER);
    }

    private static void time(PreparedStatement statement, int place, @Nullable Instant time) throws SQLException {
        statement.setObject(place, time == null ? null : time.atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
