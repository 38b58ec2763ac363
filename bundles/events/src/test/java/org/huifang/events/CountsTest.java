// SPDX-License-Identifier: Apache-2.0
package org.huifang.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.events.UnmappedEvents.Count;
import org.huifang.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final TestDatabase DATABASE = TestDatabase.start();
    private static final EventStore STORE = new EventStore(DATABASE);
    private static final TenantId SCHOOL = new TenantId("school");

    private Instant now = Instant.parse("2026-03-02T02:00:00Z");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void kinds_are_counted_and_of_one_source_only_so_many() {
        var unmapped = new StoredUnmapped(STORE, () -> now);
        unmapped.count(SCHOOL, "lms", "caliper:NavigationEvent/NavigatedTo", 3);
        unmapped.count(SCHOOL, "lms", "caliper:NavigationEvent/NavigatedTo", 1);
        for (int n = 0; n < 210; n++) {
            unmapped.count(SCHOOL, "lms", "made-up-" + n, 1);
        }
        unmapped.count(SCHOOL, "lms", "made-up-1", 1);
        assertThat(unmapped.counts(SCHOOL)).hasSize(201)
                .contains(new Count("lms", "caliper:NavigationEvent/NavigatedTo", 4, now),
                        new Count("lms", "other", 11, now), new Count("lms", "made-up-1", 2, now));
        assertThat(unmapped.counts(new TenantId("other"))).isEmpty();
    }

    @Test
    void another_statement_under_the_same_id_is_noticed_and_then_nothing_is_noted() {
        var statements = new StoredStatements(STORE, () -> now);
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        assertThat(statements.differing(SCHOOL, "lms", Map.of(one, new byte[]{1}))).isEmpty();
        assertThat(statements.differing(SCHOOL, "lms", Map.of(one, new byte[]{1}))).isEmpty();
        assertThat(statements.differing(SCHOOL, "lms", Map.of(one, new byte[]{2}, two, new byte[]{1})))
                .containsExactly(one);
        assertThat(statements.differing(SCHOOL, "lms", Map.of(two, new byte[]{2}))).isEmpty();
        assertThat(statements.differing(SCHOOL, "elsewhere", Map.of(one, new byte[]{2}))).isEmpty();
        now = now.plus(Duration.ofDays(31));
        new ForgetOld(STORE, () -> now).run();
        assertThat(statements.differing(SCHOOL, "lms", Map.of(one, new byte[]{2}))).isEmpty();
    }
}
