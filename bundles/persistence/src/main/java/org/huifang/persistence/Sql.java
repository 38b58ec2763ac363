// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Statements of one transaction, in plain JDBC. A whole column is one parameter: an array of {@link String}, {@link UUID},
 * {@link Instant}, {@link LocalDate}, {@link Long}, {@link Integer} or {@link Boolean}, so that a batch of any size is one statement. Not thread-safe, as its connection is not.
 */
public final class Sql {
    /** Reads one row. */
    @ConsumerType
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static final Pattern LONE_SURROGATE = Pattern
            .compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private final Connection connection;

    public Sql(Connection connection) {
        this.connection = connection;
    }

    /** For what only the driver can do. */
    public Connection connection() {
        return connection;
    }

    /** All rows of a query, in its order. */
    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... parameters) throws SQLException {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** How many rows it changed. */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** One statement for each row of parameters, together. */
    public void batch(String sql, Collection<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable
            Object[] parameters : rows) {
                set(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            set(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private void set(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            switch (value) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case UUID[] ids -> statement.setObject(i + 1, written(ids), Types.OTHER);
                case Instant[] times -> statement.setObject(i + 1, written(times), Types.OTHER);
                case LocalDate[] days -> statement.setArray(i + 1, connection.createArrayOf("date", days));
                case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int8", numbers));
                case Boolean[] flags -> statement.setArray(i + 1, connection.createArrayOf("bool", flags));
                case Integer[] numbers -> statement.setArray(i + 1, connection.createArrayOf("int4", numbers));
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                default -> statement.setObject(i + 1, value);
            }
        }
    }

    /** As the database writes an array: the driver's own way escapes the values one by one, which takes several times longer. */
    private static String written(@Nullable Object[] values) {
        return Arrays.stream(values).map(value -> value == null ? "NULL" : '"' + value.toString() + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A moment, or null. */
    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Of a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An id that is never null. */
    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /** One column of many rows, as one parameter. */
    public static <T> @Nullable Instant[] times(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream().map(column).toArray(Instant[]::new);
    }

    /** One column of many rows, as one parameter. */
    public static <T> @Nullable UUID[] ids(Collection<T> rows, Function<T, @Nullable UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    /** One column of many rows, as one parameter. */
    public static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** One column of many rows, as one parameter. */
    public static <T> @Nullable Integer[] numbers(Collection<T> rows, Function<T, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    /** One column of many rows, as one parameter. */
    public static <T> @Nullable Boolean[] flags(Collection<T> rows, Function<T, @Nullable Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    /** What an array of texts holds. */
    public static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    /** What an array of ids holds. */
    public static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    /** What a database can keep: without NUL, and without halves of surrogate pairs. */
    public static String storable(String text) {
        return LONE_SURROGATE.matcher(text.replace("\0", "")).replaceAll("\ufffd");
    }
}
