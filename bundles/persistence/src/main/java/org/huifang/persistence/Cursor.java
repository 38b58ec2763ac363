// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import java.sql.SQLException;
import java.util.Objects;

/**
 * How far a context has followed the archive's timeline. It is moved in the transaction that keeps the effect of what was
 * read, so that neither is ever without the other.
 *
 * @param table with its schema, as {@code care.cursor}: it has {@code name} and {@code position}
 * @param name of one row, which the changelog has put in
 */
public record Cursor(String table, String name) {
    /** Of the only follower of a context. */
    public static Cursor timeline(String schema) {
        return new Cursor(schema + ".cursor", "timeline");
    }

    /** Where to read on; empty at the beginning of the timeline. */
    public String read(Sql sql) throws SQLException {
        return sql.one("select position from " + table + " where name = ?",
                row -> Objects.requireNonNull(row.getString(1)), name).orElse("");
    }

    /**
     * Locks it until the end of the transaction.
     *
     * @return false when another node was faster: what was read from there on is old then
     */
    public boolean move(Sql sql, String from, String to) throws SQLException {
        return sql.update("update " + table + " set position = ? where name = ? and position = ?", to, name,
                from) == 1;
    }
}
