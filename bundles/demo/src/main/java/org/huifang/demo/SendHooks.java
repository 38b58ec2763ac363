// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.huifang.api.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the outbox until it is taken: in order for each learner, whatever happens to the others. */
@Component
public final class SendHooks implements Job {
    static final String NAME = "demo.hooks";
    private static final Logger LOG = LoggerFactory.getLogger(SendHooks.class);
    private static final int MOST_DOUBLINGS = 6;
    private final DemoStore store;
    private final Campus campus;
    private final URI door;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private record Waiting(long seq, String message, String body, int attempts) {}

    @Activate
    public SendHooks(@Reference DemoStore store, @Reference Campus campus, @Reference Place place,
            @Reference InstantSource clock) {
        this.store = store;
        this.campus = campus;
        this.door = URI.create(place.toolFromHere() + "/hooks/" + Campus.HOOKS);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        List<Waiting> first = store
                .of(sql -> sql
                        .list("""
                        select * from (select distinct on (learner) * from demo.outbox where sent is null
                        order by learner, seq) firsts where next <= ? order by seq limit 50""",
                                r -> new Waiting(r.getLong("seq"), Objects.requireNonNull(r.getString("message")),
                                        Objects.requireNonNull(r.getString("body")), r.getInt("attempts")),
                                clock.instant()));
        boolean taken = false;
        for (Waiting hook : first) {
            taken |= send(hook);
        }
        return taken;
    }

    private boolean send(Waiting hook) {
        Instant now = clock.instant();
        String problem = post(hook, now.getEpochSecond());
        if (problem.isEmpty()) {
            store.of(
                    sql -> sql.update("update demo.outbox set sent = ? where seq = ?", now, hook.seq));
            return true;
        }
        LOG.info("hook {} waits: {}", hook.message, problem);
        Duration pause = Duration.ofSeconds(1L << Math.min(hook.attempts, MOST_DOUBLINGS));
        store.of(sql -> sql.update("update demo.outbox set attempts = attempts + 1, next = ? where seq = ?",
                now.plus(pause), hook.seq));
        return false;
    }

    /** Empty when it was taken. */
    private String post(Waiting hook, long timestamp) {
        HttpRequest request = HttpRequest.newBuilder(door).timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json").header("webhook-id", hook.message)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature",
                        Hook.signature(campus.hookSecret(), hook.message, timestamp, hook.body))
                .POST(BodyPublishers.ofString(hook.body)).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? "" : "status " + answer.statusCode();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    @Deactivate
    void close() {
        http.shutdownNow();
    }
}
