// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DatabaseClockTest {
    private final TestDatabase database = TestDatabase.start();

    @AfterEach
    void close() {
        database.close();
    }

    private DatabaseClock clock(boolean settable) throws SQLException {
        return new DatabaseClock(database.dataSource(), settable);
    }

    @Test
    void the_clock_is_the_systems_until_it_is_moved() throws SQLException {
        assertThat(clock(false).instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
        assertThat(new MovableClock(clock(true)).ahead()).isZero();
    }

    @Test
    void the_clock_survives_a_restart() throws SQLException {
        DatabaseClock before = clock(true);
        before.advance(Duration.ofDays(7));
        before.advance(Duration.ofHours(1));
        before.close();
        DatabaseClock after = clock(false);
        assertThat(after.ahead()).isEqualTo(Duration.ofDays(7).plusHours(1));
        assertThat(after.instant()).isCloseTo(Instant.now().plus(Duration.ofDays(7)).plus(Duration.ofHours(1)),
                within(1, ChronoUnit.SECONDS));
        assertThat(after.millis()).isCloseTo(after.instant().toEpochMilli(), within(1000L));
    }

    @Test
    void the_clock_never_goes_back() throws SQLException {
        DatabaseClock clock = clock(true);
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_move_is_told_here_and_on_other_nodes_within_seconds() throws Exception {
        DatabaseClock here = clock(true);
        DatabaseClock there = clock(true);
        var told = new CountDownLatch(2);
        here.whenMoved(told::countDown);
        there.whenMoved(told::countDown);
        here.advance(Duration.ofDays(3));
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(there.ahead()).isEqualTo(Duration.ofDays(3));
        here.close();
        there.close();
    }
}
