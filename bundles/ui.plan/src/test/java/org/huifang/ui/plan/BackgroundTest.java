// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    /** What comes back to the page waits here until the page has time. */
    private final BlockingQueue<Runnable> page = new LinkedBlockingQueue<>();
    private final Background background = new Background(() -> page::add);
    private final List<String> told = new ArrayList<>();
    private final Consumer<RuntimeException> failed = e -> told.add("failed: " + e.getMessage());

    @Test
    void the_result_comes_back_to_the_page() throws InterruptedException {
        background.run(() -> "found", told::add, failed);

        assertThat(background.busy()).isTrue();
        delivered().run();
        assertThat(told).containsExactly("found");
        assertThat(background.busy()).isFalse();
    }

    @Test
    void a_failure_comes_back_to_the_page() throws InterruptedException {
        background.run(() -> {
            throw new IllegalStateException("away");
        }, result -> told.add("never"), failed);

        delivered().run();
        assertThat(told).containsExactly("failed: away");
    }

    @Test
    void what_is_broken_off_is_interrupted_and_nothing_comes_back() throws InterruptedException {
        var begun = new CountDownLatch(1);
        background.run(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                return "interrupted";
            }
        }, told::add, failed);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        background.cancel();

        assertThat(background.busy()).isFalse();
        delivered().run();
        assertThat(told).isEmpty();
    }

    @Test
    void of_two_the_later_one_counts() throws InterruptedException {
        background.run(() -> "first", told::add, failed);
        var first = delivered();
        background.run(() -> "second", told::add, failed);
        var second = delivered();

        first.run();
        second.run();
        assertThat(told).containsExactly("second");
    }

    private Runnable delivered() throws InterruptedException {
        var change = page.poll(10, TimeUnit.SECONDS);
        assertThat(change).isNotNull();
        return change;
    }
}
