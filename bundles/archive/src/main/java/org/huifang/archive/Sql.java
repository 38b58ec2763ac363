// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Statements over whole columns: an array is one parameter, so a batch of any size is one statement. */
final class Sql {
    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        }
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            switch (value) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case UUID[] ids -> statement.setArray(i + 1, written(ids));
                case Instant[] times -> statement.setArray(i + 1, written(times));
                case LocalDate[] days -> statement.setArray(i + 1, connection.createArrayOf("date", days));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int8", numbers));
                case Integer[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int4", numbers));
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                default -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** As texts that the statement casts: the driver sends only those in one piece, others it escapes one by one. */
    private Array written(@Nullable Object[] values) throws SQLException {
        return connection.createArrayOf("text",
                Arrays.stream(values).map(value -> value == null ? null : value.toString()).toArray(String[]::new));
    }

    static <T> UUID[] ids(Collection<T> rows, Function<T, @Nullable UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static <T> Instant[] times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(column).toArray(Instant[]::new);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
