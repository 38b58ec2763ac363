// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;

/** What a product wrote, written again by one statement for each table: the database's own limit for the same rows. */
final class Alone {
    private Alone() {
    }

    /** Seconds for all rows of these tables, into empty ones with the same columns, indexes and checks. */
    static double seconds(Distribution huifang, List<String> tables) throws SQLException, IOException {
        try (Connection sql = Database.of(huifang); var statement = sql.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            double seconds = 0;
            for (String table : tables) {
                String copy = "bench." + table.replace('.', '_');
                statement.execute("create table " + copy + " (like " + table + " including all)");
                String columns = Database.text(huifang, """
                        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                        where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"""
                        .formatted(table));
                long from = System.nanoTime();
                statement.execute("insert into %s (%s) overriding system value select %s from %s".formatted(copy,
                        columns, columns, table));
                seconds += (System.nanoTime() - from) / 1e9;
            }
            return seconds;
        }
    }
}
