// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.huifang.api.Job;
import org.huifang.events.EventStore;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressPolicy;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.persistence.Announcer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends what is due, at least once: what a node that dies has sent and not noted is sent again under the same id. To
 * public https addresses only, and to those of the own network that the operator has vouched for.
 */
@Component
public final class SendHooks implements Job {
    static final String NAME = "events.send";
    private static final int BATCH = 64;
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final EventStore store;
    private final Secrets secrets;
    private final Announcer announcer;
    private final InstantSource clock;

    @Activate
    public SendHooks(@Reference EventStore store, @Reference Secrets secrets, @Reference Announcer announcer,
            @Reference InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.announcer = announcer;
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
        List<Due> due = store.ofAll(sql -> Due.claim(sql, clock.instant(), BATCH));
        if (due.isEmpty()) {
            return false;
        }
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(one -> senders.execute(() -> send(one)));
        }
        announcer.tell(due.stream().map(Due::tenant).toList(), EventStore.TOPIC);
        return true;
    }

    private void send(Due due) {
        Outcome outcome = attempt(due);
        store.of(due.tenant(), sql -> outcome.keep(sql, due, clock.instant()));
    }

    private Outcome attempt(Due due) {
        Instant now = clock.instant();
        long seconds = now.getEpochSecond();
        Map<String, String> headers = Map.of("Content-Type", "application/json", "User-Agent", "Huifang",
                "webhook-id", due.key(), "webhook-timestamp", Long.toString(seconds), "webhook-signature",
                Signing.header(secrets.valid(due.tenant(), due.endpoint()), due.key(), seconds, due.body()));
        var request = new EgressRequest("POST", due.url(), headers, due.body().getBytes(StandardCharsets.UTF_8),
                LARGEST_ANSWER, PATIENCE);
        var policy = due.inside() ? EgressPolicy.allowing(due.url().toString()) : EgressPolicy.strict();
        try {
            return Outcome.of(new Egress(policy).send(request), now);
        } catch (EgressException e) {
            return Outcome.of(e);
        }
    }
}
