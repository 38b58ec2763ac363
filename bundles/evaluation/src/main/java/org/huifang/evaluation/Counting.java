// SPDX-License-Identifier: Apache-2.0
package org.huifang.evaluation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huifang.api.TenantId;
import org.huifang.api.evaluation.Counts;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a tenant, in one course or in all, at a moment. */
final class Counting {
    private static final int SATISFACTIONS = 5;
    private static final int RECOMMENDATIONS = 11;
    /** The steps of the default plan, in the order of a course; others follow by name. */
    private static final List<String> ORDER = List.of("first", "mid", "end");
    /** The step of the default plan that asks; any other with an answer is seen to. */
    private static final String ASKING = "mid";

    private static final String COUNT = """
        select step, count(*) filter (where not exempt and (fell_at is not null or done_at is not null)) as fell_due,
            count(*) filter (where not exempt and done_at is not null) as done,
            count(*) filter (where not exempt and (done_at is not null or fell_at is not null and due < ?)) as passed,
            count(*) filter (where not exempt and done_at <= due) as in_time,
            count(*) filter (where exempt) as exempt, %s
        from evaluation.obligation where tenant = ? and (?::uuid is null or course = ?::uuid) group by step"""
            .formatted(histogram("satisfaction", 1, SATISFACTIONS) + ", "
                    + histogram("recommendation", 0, RECOMMENDATIONS - 1));

    private Counting() {
    }

    static List<Counts> at(Connection connection, TenantId tenant, @Nullable UUID course, Instant now)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNT)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setString(2, tenant.value());
            query.setObject(3, course);
            query.setObject(4, course);
            List<Counts> counts = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.add(counts(row));
                }
            }
            counts.sort(Comparator.comparingInt((Counts c) -> position(c.step())).thenComparing(Counts::step));
            return counts;
        }
    }

    private static Counts counts(ResultSet row) throws SQLException {
        String step = row.getString("step");
        List<Long> satisfaction = columns(row, "satisfaction", 1, SATISFACTIONS);
        List<Long> recommendation = columns(row, "recommendation", 0, RECOMMENDATIONS - 1);
        boolean asked = step.equals(ASKING) || satisfaction.stream().anyMatch(n -> n > 0)
                || recommendation.stream().anyMatch(n -> n > 0);
        return new Counts(step, row.getLong("fell_due"), row.getLong("done"), row.getLong("passed"),
                row.getLong("in_time"), row.getLong("exempt"), asked ? satisfaction : List.of(),
                asked ? recommendation : List.of());
    }

    private static int position(String step) {
        int known = ORDER.indexOf(step);
        return known < 0 ? ORDER.size() : known;
    }

    private static String histogram(String column, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        i -> "count(*) filter (where not exempt and %s = %d) as %s_%d".formatted(column, i, column, i))
                .collect(Collectors.joining(", "));
    }

    private static List<Long> columns(ResultSet row, String name, int from, int to) throws SQLException {
        List<Long> values = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            values.add(row.getLong(name + "_" + i));
        }
        return values;
    }
}
