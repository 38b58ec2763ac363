// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Hibernate;
import org.huifang.api.TenantId;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnitTest {
    private static final TenantId OXFORD = new TenantId("oxford");
    private static final TenantId FUDAN = new TenantId("fudan");
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final Unit UNIT = DATABASE.open("sample", "db/sample.sql", Shelf.class, Book.class);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.execute("truncate sample.shelf cascade");
    }

    private static UUID addBook(TenantId tenant, String title) {
        return UNIT.write(tenant, session -> {
            var shelf = new Shelf(tenant.value(), "shelf of " + title);
            session.persist(shelf);
            var book = new Book(shelf, title);
            session.persist(book);
            return book.id;
        });
    }

    private static List<String> titles(Connection connection) throws SQLException {
        List<String> titles = new ArrayList<>();
        try (var rows = connection.createStatement().executeQuery("select title from sample.book order by title")) {
            while (rows.next()) {
                titles.add(rows.getString(1));
            }
        }
        return titles;
    }

    @Test
    void what_was_written_can_be_read() {
        UUID id = addBook(OXFORD, "Alice");
        Book book = UNIT.read(OXFORD, session -> session.find(Book.class, id));
        assertThat(book.title).isEqualTo("Alice");
        assertThat(book.tenant).isEqualTo("oxford");
        assertThat(book.details).isEqualTo("{}");
    }

    @Test
    void a_lazy_association_is_a_proxy_until_it_is_used() {
        UUID id = addBook(OXFORD, "Alice");
        UNIT.read(OXFORD, session -> {
            Book book = session.find(Book.class, id);
            assertThat(Hibernate.isInitialized(book.shelf)).isFalse();
            assertThat(book.shelf.name()).isEqualTo("shelf of Alice");
            return null;
        });
    }

    @Test
    void a_rolled_back_write_leaves_nothing() {
        assertThatThrownBy(() -> UNIT.write(OXFORD, session -> {
            session.persist(new Shelf("oxford", "half"));
            session.flush();
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UNIT.sql(OXFORD, connection -> {
            connection.createStatement().execute(
                    "insert into sample.shelf values ('oxford', gen_random_uuid(), 'half')");
            throw new SQLException("no");
        })).isInstanceOf(SqlFailed.class);
        assertThat(UNIT.<Long>readAll(session -> session.createQuery("select count(*) from Shelf", Long.class)
                .getSingleResult())).isZero();
    }

    @Test
    void another_tenants_rows_are_invisible_even_to_a_raw_query_without_a_where_clause() {
        addBook(OXFORD, "Alice");
        addBook(FUDAN, "红楼梦");
        assertThat(UNIT.<List<String>>sql(FUDAN, UnitTest::titles)).containsExactly("红楼梦");
        assertThat(UNIT.<List<String>>read(FUDAN, session -> session.createNativeQuery("select title from sample.book",
                String.class).list())).containsExactly("红楼梦");
        assertThat(UNIT.<List<String>>sqlAll(UnitTest::titles)).containsExactly("Alice", "红楼梦");
    }

    @Test
    void without_a_tenant_no_row_is_visible() throws SQLException {
        addBook(OXFORD, "Alice");
        try (var connection = DATABASE.dataSource().getConnection()) {
            assertThat(titles(connection)).isEmpty();
        }
    }

    @Test
    void another_tenants_rows_cannot_be_written_changed_or_deleted() {
        addBook(OXFORD, "Alice");
        assertThatThrownBy(() -> UNIT.sql(FUDAN, connection -> connection.createStatement()
                .executeUpdate("insert into sample.shelf values ('oxford', gen_random_uuid(), 'x')")))
                .isInstanceOfSatisfying(SqlFailed.class, failed -> assertThat(failed.state()).isEqualTo("42501"));
        assertThat(UNIT.<Integer>sql(FUDAN, connection -> connection.createStatement()
                .executeUpdate("update sample.book set title = 'x'"))).isZero();
        assertThat(UNIT.<Integer>sql(FUDAN, connection -> connection.createStatement()
                .executeUpdate("delete from sample.book"))).isZero();
    }

    @Test
    void the_tenant_of_one_transaction_is_forgotten_in_the_next() {
        addBook(OXFORD, "Alice");
        for (int i = 0; i < 50; i++) {
            assertThat(UNIT.<List<String>>sql(OXFORD, UnitTest::titles)).hasSize(1);
            assertThat(UNIT.<List<String>>sql(FUDAN, UnitTest::titles)).isEmpty();
        }
    }

    @Test
    void a_second_row_with_the_same_key_is_told_apart_from_other_failures() {
        addBook(OXFORD, "Alice");
        assertThatThrownBy(() -> addBook(OXFORD, "Alice")).isInstanceOfSatisfying(SqlFailed.class,
                failed -> assertThat(failed.duplicate()).isTrue()).hasMessageNotContaining("Alice");
        addBook(FUDAN, "Alice");
    }

    @Test
    void a_reading_transaction_cannot_write() {
        assertThatThrownBy(() -> UNIT.read(OXFORD, session -> session
                .createNativeMutationQuery("insert into sample.shelf values ('oxford', gen_random_uuid(), 'x')")
                .executeUpdate())).isInstanceOf(RuntimeException.class);
        assertThat(UNIT.<Long>readAll(session -> session.createQuery("select count(*) from Shelf", Long.class)
                .getSingleResult())).isZero();
    }

    @Test
    void a_closed_unit_says_that_it_is_being_updated() {
        Unit other = DATABASE.open("sample", "db/sample.sql", Shelf.class, Book.class);
        other.close();
        other.close();
        assertThatThrownBy(() -> other.read(OXFORD, session -> null)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_connection_killed_by_the_database_is_told_as_unavailable_and_the_next_call_works() {
        assertThatThrownBy(() -> UNIT.sql(OXFORD, connection -> connection.createStatement()
                .execute("select pg_terminate_backend(pg_backend_pid())"))).isInstanceOf(StoreUnavailable.class);
        assertThat(UNIT.<List<String>>sql(OXFORD, UnitTest::titles)).isEmpty();
    }
}
