// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A school over a year with everything that happens to schools: people join all the time, courses move, people leave, get
 * their money back, change courses; hooks come twice, late, in another order, or are lost and found by the roster; two
 * nodes work on one database and are killed in the middle of things; plans are published anew. Nobody is missed, nothing
 * is done twice, nobody is contacted at a forbidden time, and all that is owed is accounted for whenever somebody looks.
 *
 * <p>By default a small school over four months with the October holidays and both ends of summer time; in full:
 * {@code -Dhuifang.year.learners=100000 -Dhuifang.year.days=365}. The seed is printed; {@code -Dhuifang.year.seed=...}
 * plays it again.
 */
class AYearOfASchoolTest {
    private final long seed = Long.getLong("huifang.year.seed", System.nanoTime());
    private final int learners = Integer.getInteger("huifang.year.learners", 150);
    private final int days = Integer.getInteger("huifang.year.days", 110);
    private final School school = new School();

    @AfterEach
    void close() {
        school.close();
    }

    @Test
    void nobody_is_missed_nothing_is_doubled_and_nobody_is_contacted_at_a_forbidden_time() throws Exception {
        System.out.printf("seed %d: play again with -Dhuifang.year.seed=%d -Dhuifang.year.learners=%d"
                + " -Dhuifang.year.days=%d%n", seed, seed, learners, days);
        Instant start = days > 200 ? Instant.parse("2025-03-03T00:00:00Z") : Instant.parse("2025-09-08T00:00:00Z");
        school.now = start;
        var world = new World(school, seed, learners, start, Duration.ofDays(days));
        var watch = new Watch(school, world, "seed " + seed);
        try (var nodes = new Nodes(school, world, watch)) {
            while (world.goesOn()) {
                world.next();
                nodes.work();
                world.agentsCall(watch);
                if (world.tick() % 40 == 0) {
                    watch.balance();
                }
                if (learners > 1_000 && world.tick() % 70 == 0) {
                    System.out.printf("%s by the clock, %s in the school: %s%n", Instant.now(), school.now,
                            watch.counts());
                }
            }
            world.settle(nodes, watch);
        }
        watch.everything();
        Map<String, Long> counts = watch.counts();
        System.out.println(counts);
        assertThat(counts.get("calls")).as("the school has called people").isGreaterThan(learners / 2);
        assertThat(counts.get("messages")).as("people were told before").isPositive();
        assertThat(counts.get("kills")).as("nodes were killed").isPositive();
    }
}
