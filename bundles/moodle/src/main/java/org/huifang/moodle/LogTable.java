// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The table that Moodle's log store writes into, in another database; it is only read. */
final class LogTable {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final int SECONDS = 30;
    private static final int MOST_COUNTED = 10_000;
    /** The role comes a few rows after the enrolment, in the same request to Moodle. */
    private static final String ROWS = """
            select l.*, (select r.objectid from %1$s r where l.eventname = ? and r.id > l.id and r.id <= l.id + 200
              and r.eventname = ? and r.courseid = l.courseid and r.relateduserid = l.relateduserid
              order by r.id limit 1) as role
            from %1$s l where l.id > ? order by l.id limit ?""";
    private static final String BEHIND = """
            select (select count(*) from (select 1 from %1$s where id > ? limit ?) as rest) as behind,
              (select max(id) from %1$s) as last,
              (select timecreated from %1$s order by id desc limit 1) as second""";

    /**
     * What was read.
     *
     * @param rows by id
     * @param full whether there may be more
     * @param oldest transactions before this one were over before the rows were read
     * @param next no transaction with this number or a later one had begun to write by then
     */
    record Stretch(List<LogRow> rows, boolean full, long oldest, long next) {}

    /** @param behind rows that were not read yet, 10,001 for more than ten thousand */
    record Standing(int behind, long last, @Nullable Instant lastAt) {}

    private final Driver driver = ownDriver();
    private final String url;
    private final Properties properties = new Properties();
    private final String rows;
    private final String behind;

    /** @throws IllegalArgumentException naming the line to mend */
    LogTable(String url, String user, String password, String table) {
        if (!url.startsWith("jdbc:postgresql:") || Driver.parseURL(url, null) == null) {
            throw new IllegalArgumentException("url: write it as jdbc:postgresql://host:5432/database");
        }
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("table: write a name, or schema.name");
        }
        this.url = url;
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.APPLICATION_NAME.set(properties, "huifang");
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        PGProperty.SOCKET_TIMEOUT.set(properties, 2 * SECONDS);
        PGProperty.READ_ONLY.set(properties, true);
        // or messages would hold the values of rows: personal data
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        String quoted = Arrays.stream(table.split("\\.")).map(part -> '"' + part + '"')
                .collect(Collectors.joining("."));
        rows = ROWS.formatted(quoted);
        behind = BEHIND.formatted(quoted);
    }

    Stretch after(long position, int limit) throws SQLException {
        try (Connection connection = open()) {
            Sql sql = new Sql(connection);
            long[] horizon = sql.list("""
                    select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint
                    from pg_current_snapshot() as s""", row -> new long[]{row.getLong(1), row.getLong(2)}).getFirst();
            List<LogRow> found = sql.list(rows, LogTable::row, Events.ENROLLED, Events.ROLE_GIVEN, position, limit);
            return new Stretch(found, found.size() == limit, horizon[0], horizon[1]);
        }
    }

    Standing standing(long position) throws SQLException {
        try (Connection connection = open()) {
            return new Sql(connection).list(behind, row -> {
                long second = row.getLong("second");
                return new Standing(row.getInt("behind"), row.getLong("last"),
                        second == 0 ? null : Instant.ofEpochSecond(second));
            }, position, MOST_COUNTED + 1).getFirst();
        }
    }

    /** The JDK's list of drivers would keep this bundle's classes for ever. */
    private static Driver ownDriver() {
        Driver driver = new Driver();
        try {
            if (Driver.isRegistered()) {
                Driver.deregister();
            }
            return driver;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = Objects.requireNonNull(driver.connect(url, properties));
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '" + SECONDS + "s'");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static LogRow row(ResultSet row) throws SQLException {
        long posing = row.getLong("realuserid");
        long role = row.getLong("role");
        boolean noRole = row.wasNull();
        return new LogRow(row.getLong("id"), Objects.requireNonNullElse(row.getString("eventname"), ""),
                row.getLong("userid"), row.getLong("courseid"), row.getLong("relateduserid"), row.getLong("objectid"),
                row.getLong("contextinstanceid"), row.getInt("anonymous") != 0, posing != 0,
                Objects.requireNonNullElse(row.getString("other"), ""), row.getLong("timecreated"),
                noRole ? null : role);
    }
}
