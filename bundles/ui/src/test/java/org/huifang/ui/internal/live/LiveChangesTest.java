// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.api.Change;
import org.huifang.api.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveChangesTest {
    private static final List<Change> CHANGE = List.of(new Change(TenantId.DEFAULT, "intake", null, null));

    private final LiveChanges live = new LiveChanges();
    private final Session session = new Session();
    private final AtomicInteger refreshed = new AtomicInteger();

    /** A page whose session is busy until the test says so. */
    private static final class Session extends UI {
        private static final long serialVersionUID = 1L;
        private final transient BlockingQueue<Command> waiting = new LinkedBlockingQueue<>();

        @Override
        public boolean isAttached() {
            return true;
        }

        @Override
        public Future<Void> access(Command command) {
            waiting.add(command);
            return CompletableFuture.completedFuture(null);
        }

        Command next() throws InterruptedException {
            return Objects.requireNonNull(waiting.poll(10, TimeUnit.SECONDS), "nothing came");
        }

        boolean nothingFor(int millis) throws InterruptedException {
            return waiting.poll(millis, TimeUnit.MILLISECONDS) == null;
        }
    }

    @AfterEach
    void close() {
        live.close();
    }

    private Watch watch(Runnable refresh) {
        var watch = new Watch(Set.of("intake"), null, null, refresh);
        watch.begin(session, TenantId.DEFAULT, live);
        return watch;
    }

    @Test
    void a_view_that_is_slow_has_one_refresh_waiting_however_much_changes() throws Exception {
        watch(refreshed::incrementAndGet);
        live.changed(CHANGE);
        Command first = session.next();
        live.changed(CHANGE);
        assertThat(session.nothingFor(400)).as("while the first one waits").isTrue();
        live.changed(CHANGE);
        assertThat(session.nothingFor(400)).isTrue();
        first.execute();
        session.next().execute();
        assertThat(refreshed).hasValue(2);
        assertThat(session.nothingFor(400)).as("all changes are shown").isTrue();
    }

    @Test
    void a_refresh_that_fails_does_not_keep_the_next_one_away() throws Exception {
        watch(() -> {
            refreshed.incrementAndGet();
            throw new IllegalStateException("a view is broken");
        });
        live.changed(CHANGE);
        Command first = session.next();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(first::execute)).hasMessage("a view is broken");
        live.changed(CHANGE);
        assertThat(session.next()).isNotNull();
    }

    @Test
    void a_view_that_comes_back_does_not_wait_for_the_page_that_went_away() throws Exception {
        var watch = watch(refreshed::incrementAndGet);
        live.changed(CHANGE);
        session.next();
        watch.end();
        watch.begin(session, TenantId.DEFAULT, live);
        live.changed(CHANGE);
        session.next().execute();
        assertThat(refreshed).hasValue(1);
    }
}
