// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huifang.api.archive.ArchiveUnavailable;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {
    private static GroupCommit<Integer, Integer> echo() {
        return new GroupCommit<>(2, Integer::intValue, 8, Duration.ofSeconds(5),
                batch -> batch.forEach(waiting -> waiting.result().complete(waiting.item())));
    }

    @Test
    void who_comes_while_it_closes_is_answered_or_told_and_never_left_waiting() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 100; round++) {
                GroupCommit<Integer, Integer> commits = echo();
                var go = new CountDownLatch(1);
                var callers = new ArrayList<Future<Boolean>>();
                for (int n = 0; n < 16; n++) {
                    int item = n;
                    callers.add(threads.submit(() -> {
                        go.await();
                        try {
                            return commits.submit(item) == item;
                        } catch (ArchiveUnavailable told) {
                            return true;
                        }
                    }));
                }
                go.countDown();
                commits.close();
                for (Future<Boolean> caller : callers) {
                    assertThat(caller.get(20, TimeUnit.SECONDS)).isTrue();
                }
            }
        }
    }

    @Test
    void an_error_in_a_batch_is_told_to_its_callers_and_the_next_batch_is_committed() {
        var commits = new GroupCommit<Integer, Integer>(1, Integer::intValue, 8, Duration.ofSeconds(5), batch -> {
            if (batch.getFirst().item() == 1) {
                throw new StackOverflowError("deep");
            }
            batch.forEach(waiting -> waiting.result().complete(waiting.item()));
        });
        assertThatThrownBy(() -> commits.submit(1)).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(commits.submit(2)).isEqualTo(2);
        commits.close();
    }

    @Test
    void who_waits_for_a_commit_that_hangs_is_told_when_patience_is_over() {
        var never = new CountDownLatch(1);
        var commits = new GroupCommit<Integer, Integer>(1, Integer::intValue, 8, Duration.ofMillis(200), batch -> {
            try {
                never.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> commits.submit(1)).isInstanceOf(ArchiveUnavailable.class)
                .hasMessageContaining("in time");
        commits.close();
    }
}
