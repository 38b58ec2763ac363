// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.apache.felix.hc.api.Result;
import org.huifang.api.TenantId;
import org.huifang.api.events.Gap;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final EventStore STORE = new EventStore(DATABASE);
    private static final TenantId SCHOOL = new TenantId("school");

    private Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private final StoredSequences sequences = new StoredSequences(STORE, () -> now, new Announcer(),
            Duration.ofMinutes(10));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void clean() throws Exception {
        DATABASE.execute("truncate events.sequence, events.gap");
    }

    private void seen(long... numbers) {
        LongStream.of(numbers).forEach(number -> sequences.seen(SCHOOL, "lms", number));
    }

    private List<String> gaps() {
        return sequences.gaps(SCHOOL).stream().map(gap -> gap.first() + "-" + gap.last()).sorted().toList();
    }

    @Test
    void what_is_missing_is_a_gap_until_it_comes() {
        seen(100, 101, 110, 105);
        assertThat(gaps()).containsExactly("102-104", "106-109");
        seen(102, 104, 103, 106, 109, 107, 108, 105, 99);
        assertThat(gaps()).isEmpty();
        assertThat(sequences.gaps(new TenantId("other"))).isEmpty();
    }

    @Test
    void a_gap_is_an_alarm_after_ten_minutes_and_until_somebody_settles_it() {
        seen(1, 3);
        assertThat(sequences.gaps(SCHOOL)).extracting(Gap::alarm).containsExactly(false);
        var check = new CheckDoors(STORE, sequences);
        assertThat(check.execute().getStatus()).isEqualTo(Result.Status.OK);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(sequences.gaps(SCHOOL)).extracting(Gap::alarm).containsExactly(true);
        assertThat(check.execute().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(sequences.settle(SCHOOL, sequences.gaps(SCHOOL).getFirst().id())).isTrue();
        assertThat(check.execute().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void many_at_once_in_any_order_and_ten_times_each_leave_only_what_was_never_sent() throws Exception {
        seen(0);
        var numbers = new ArrayList<Long>();
        LongStream.rangeClosed(1, 60).filter(n -> n != 20 && n != 41 && n != 42)
                .forEach(n -> numbers.addAll(Collections.nCopies(10, n)));
        Collections.shuffle(numbers, new Random(7));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            numbers.forEach(n -> senders.execute(() -> seen(n)));
        }
        assertThat(gaps()).containsExactly("20-20", "41-42");
    }
}
