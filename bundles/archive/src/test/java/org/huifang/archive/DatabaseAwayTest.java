// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.lesson;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
    @Test
    void a_delivery_is_refused_in_time_and_may_be_sent_again_once_the_database_is_back() throws SQLException {
        try (var here = new Course101();
                var hasty = here.another(Duration.ofMillis(2_500))) {
            hasty.record(Course101.delivery("before", enrolled("a", "A", MONDAY)));
            Delivery delivery = Course101.delivery("during", lesson("a", 50, MONDAY));

            String name = here.database.url().replaceAll(".*/", "");
            elsewhere(here, "alter database " + name + " with allow_connections false",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            long start = System.nanoTime();
            assertThatThrownBy(() -> hasty.record(delivery)).isInstanceOf(ArchiveUnavailable.class);
            assertThatThrownBy(() -> hasty.courses(Course101.TENANT)).isInstanceOf(ArchiveUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));

            elsewhere(here, "alter database " + name + " with allow_connections true");
            recordUntilAccepted(hasty, delivery);
            assertThat(hasty.tail("", 100).entries()).hasSize(2);
        }
    }

    /** As a sender does: the same delivery again until it is accepted. */
    private static void recordUntilAccepted(GroupCommitArchive archive, Delivery delivery) {
        for (int attempt = 1;; attempt++) {
            try {
                archive.record(delivery);
                return;
            } catch (ArchiveUnavailable e) {
                assertThat(attempt).as("attempts").isLessThan(10);
            }
        }
    }

    private static void elsewhere(Course101 here, String... statements) throws SQLException {
        String url = here.database.url().replaceAll("/[^/]*$", "/postgres");
        try (var connection = DriverManager.getConnection(url, here.database.user(), here.database.password());
                var statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }
}
