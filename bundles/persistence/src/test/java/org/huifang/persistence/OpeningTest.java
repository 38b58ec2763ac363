// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huifang.persistence.internal.Opening;
import org.huifang.persistence.internal.Pool;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OpeningTest {
    private final TestDatabase database = TestDatabase.start();

    @AfterEach
    void close() {
        database.close();
    }

    private int number(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void two_nodes_that_open_the_same_schema_at_the_same_time_migrate_it_once() throws Exception {
        List<Future<Unit>> nodes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int node = 0; node < 4; node++) {
                nodes.add(threads.submit(() -> database.open("sample", "db/sample.sql", Shelf.class, Book.class)));
            }
            for (Future<Unit> node : nodes) {
                assertThatCode(node::get).doesNotThrowAnyException();
            }
        }
        assertThat(number("select count(*) from sample.databasechangelog")).isEqualTo(2);
    }

    @Test
    void four_nodes_that_prepare_an_empty_database_at_the_same_time_do_not_disturb_each_other() throws Exception {
        try (var connection = database.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.execute("drop schema huifang cascade");
            statement.execute("drop schema jobs cascade");
            connection.commit();
        }
        List<Future<?>> nodes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int node = 0; node < 4; node++) {
                nodes.add(threads.submit(() -> {
                    try (var pool = Pool.open(database.url(), database.user(), database.password(), 4)) {
                        new Opening(pool).prepare();
                    }
                }));
            }
            for (Future<?> node : nodes) {
                assertThatCode(node::get).doesNotThrowAnyException();
            }
        }
        assertThat(number("select count(*) from huifang.clock")).isOne();
    }

    @Test
    void a_lock_left_by_a_node_that_died_while_it_migrated_holds_nobody_up() throws SQLException {
        database.open("sample", "db/sample.sql", Shelf.class, Book.class).close();
        database.execute(
                "update sample.databasechangeloglock set locked = true, lockedby = 'a dead node', lockgranted = now()");
        database.execute("delete from sample.huifang_changelog");
        assertThatCode(() -> database.open("sample", "db/sample.sql", Shelf.class)).doesNotThrowAnyException();
    }

    @Test
    void what_a_changelog_adds_later_is_applied() throws SQLException {
        database.open("grown", "db/grown-1.yaml").close();
        database.open("grown", "db/grown-2.yaml").close();
        assertThat(number("select count(*) from information_schema.columns where table_schema = 'grown'"
                + " and table_name = 'thing' and column_name = 'later'")).isOne();
    }

    @Test
    void a_failing_migration_says_which_schema_and_why_and_leaves_none_of_the_failing_step() throws SQLException {
        assertThatThrownBy(() -> database.open("broken", "db/broken.sql")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("schema broken").hasMessageContaining("no_such_type");
        assertThat(number("select count(*) from pg_tables where schemaname = 'broken' and tablename = 'half'"))
                .isZero();
    }

    @Test
    void a_missing_changelog_is_named() {
        assertThatThrownBy(() -> database.open("sample", "db/none.sql")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("db/none.sql");
    }

    @Test
    void a_table_without_row_level_security_is_refused_by_name() {
        assertThatThrownBy(() -> database.open("leaky", "db/leaky.sql")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leaky.bare").hasMessageContaining("leaky.no_tenant")
                .hasMessageNotContaining("leaky.guarded");
    }

    @Test
    void a_table_whose_policy_is_not_forced_must_hang_on_one_whose_is() {
        assertThatThrownBy(() -> database.open("leaky", "db/leaky.sql")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leaky.joined_with_nothing").hasMessageContaining("leaky.joined_with_bare")
                .hasMessageNotContaining("leaky.joined,").hasMessageNotContaining("leaky.joined]");
    }

    @Test
    void an_entity_that_differs_from_its_table_is_refused() {
        assertThatThrownBy(() -> database.open("grown", "db/grown-1.yaml", Shelf.class))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("differ").hasMessageContaining("Shelf");
    }

    @Test
    void the_owner_role_cannot_bypass_row_level_security() throws SQLException {
        assertThat(number("select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isZero();
    }
}
