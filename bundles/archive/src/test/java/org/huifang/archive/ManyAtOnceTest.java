// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.delivery;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.Receipt;
import org.huifang.api.archive.Tail;
import org.huifang.api.archive.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyAtOnceTest {
    private final Course101 here = new Course101();
    private final GroupCommitArchive second = here.another();

    @AfterEach
    void close() {
        second.close();
        here.close();
    }

    @Test
    void every_delivery_to_two_nodes_at_once_counts_once_and_each_person_gets_one_file() throws Exception {
        var sends = new ArrayList<Callable<Receipt>>();
        for (int person = 0; person < 20; person++) {
            String subject = "p" + person;
            for (int n = 0; n < 20; n++) {
                Fact fact = n % 4 == 0
                        ? enrolled(subject, "Person " + person, MONDAY.plusSeconds(n))
                        : lesson(subject, n * 5, MONDAY.plusSeconds(n));
                var delivery = delivery(subject + "/" + n, fact);
                sends.add(() -> here.archive.record(delivery));
                sends.add(() -> second.record(delivery));
            }
        }
        List<Receipt> receipts = atOnce(64, sends);

        assertThat(receipts).filteredOn(Receipt.Recorded.class::isInstance).hasSize(400);
        assertThat(receipts).filteredOn(Receipt.Duplicate.class::isInstance).hasSize(400);
        assertThat(Course101.count(here.archive)).isEqualTo(20);
        for (LearnerSummary row : here.archive.find(TENANT, "", null, 50).items()) {
            assertThat(here.archive.timeline(TENANT, row.id(), null, 100).items()).hasSize(20);
            assertThat(here.archive.file(TENANT, row.id()).orElseThrow().enrolments().getFirst().progress())
                    .isEqualTo(95);
        }
        assertThat(Rows.in(here.database, "select id from archive.identity_value where superseded is null"))
                .hasSize(40);
    }

    @Test
    void inputs_replayed_ten_times_change_nothing() throws Exception {
        var inputs = IntStream.range(0, 200).mapToObj(n -> delivery("in/" + n, n % 3 == 0
                ? enrolled("r" + n % 10, "R" + n, MONDAY.plusSeconds(n))
                : lesson("r" + n % 10, n / 2, MONDAY.plusSeconds(n)))).toList();
        inputs.forEach(here.archive::record);
        List<String> before = everything();
        var again = new ArrayList<Callable<Receipt>>();
        for (int round = 0; round < 10; round++) {
            inputs.forEach(input -> again.add(() -> second.record(input)));
        }
        assertThat(atOnce(32, again)).allMatch(Receipt.Duplicate.class::isInstance);
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() throws Exception {
        var rows = new ArrayList<String>();
        for (String table : List.of("learner", "identity_key", "course", "course_key", "identity_value", "enrolment",
                "timeline", "delivery")) {
            rows.addAll(Rows.in(here.database, "select t::text from archive." + table + " t order by 1"));
        }
        return rows;
    }

    @Test
    void a_tail_waits_for_a_transaction_that_commits_late_and_misses_nothing() throws Exception {
        here.record("first", enrolled("a", "A", MONDAY));
        Tail start = here.archive.tail("", 100);
        assertThat(start.entries()).hasSize(1);
        try (var late = here.database.dataSource().getConnection(); var statement = late.createStatement()) {
            statement.execute("set local huifang.tenant = 'default'");
            statement.execute("""
                insert into archive.timeline (tenant, learner, course, kind, fact, source, at)
                select tenant, learner, course, kind, fact, 'late', at from archive.timeline""");
            here.record("second", lesson("a", 50, MONDAY));
            assertThat(here.archive.tail(start.cursor(), 100)).isEqualTo(new Tail(List.of(), start.cursor(), false));
            late.commit();
        }
        Tail rest = here.archive.tail(start.cursor(), 100);
        assertThat(rest.entries()).extracting(TimelineEntry::source).containsExactly("late", Course101.SOURCE);
        assertThat(here.archive.tail(rest.cursor(), 100).entries()).isEmpty();
    }

    @Test
    void a_follower_sees_every_entry_once_while_two_nodes_write() throws Exception {
        Set<Long> seen = new HashSet<>();
        try (var reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> follower = reader.submit(() -> follow(seen, 2_000));
            atOnce(32, IntStream.range(0, 2_000).<Callable<Receipt>>mapToObj(n -> () -> (n % 2 == 0
                    ? here.archive
                    : second).record(delivery("t/" + n, lesson("t" + n % 50, n % 101, MONDAY.plusSeconds(n)))))
                    .toList());
            assertThat(follower.get()).as("entries read twice").isZero();
        }
        assertThat(seen).hasSize(2_000);
    }

    private int follow(Set<Long> seen, int until) {
        String cursor = "";
        int twice = 0;
        while (seen.size() < until && !Thread.currentThread().isInterrupted()) {
            Tail tail = here.archive.tail(cursor, 37);
            for (TimelineEntry entry : tail.entries()) {
                twice += seen.add(entry.id()) ? 0 : 1;
            }
            cursor = tail.cursor();
        }
        return twice;
    }

    private static <T> List<T> atOnce(int threads, List<Callable<T>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
