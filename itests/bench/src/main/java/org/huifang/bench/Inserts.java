// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;

/** The denominator: one durable row a transaction, jsonb and two unique indexes, as a hook's row has. */
final class Inserts implements Load.Work {
    private final Connection connection;
    private final PreparedStatement insert;

    private Inserts(Connection connection) throws Exception {
        this.connection = connection;
        this.insert = connection.prepareStatement("insert into bench.event (key, data) values (?, ?::jsonb)");
    }

    static Load.Worker into(Distribution huifang) throws Exception {
        try (var connection = Database.of(huifang); var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("""
                    create table if not exists bench.event (id bigint generated always as identity unique,
                    key uuid not null unique, data jsonb not null)""");
        }
        return _ -> new Inserts(Database.of(huifang));
    }

    @Override
    public void once() throws Exception {
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, """
                {"type":"lesson.completed","course":"c1","user":"u17","lesson":"Lesson 4","progress":40}""");
        insert.executeUpdate();
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}
