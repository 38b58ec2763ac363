// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.jspecify.annotations.Nullable;

/** The cached keys of one address. @param <K> what the reader makes of a key */
final class KeySet<K> {
    private record Snapshot<K>(Map<String, K> keys, Instant readAt) {}

    private final URI uri;
    private final Egress egress;
    private final JwksRules rules;
    private final InstantSource clock;
    private final Function<String, Map<String, K>> reader;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot<K> snapshot;
    private volatile @Nullable Instant triedAt;

    KeySet(URI uri, Egress egress, JwksRules rules, InstantSource clock, Function<String, Map<String, K>> reader) {
        this.uri = uri;
        this.egress = egress;
        this.rules = rules;
        this.clock = clock;
        this.reader = reader;
    }

    K key(String kid) throws Refusal {
        Snapshot<K> before = snapshot;
        K known = usable(before, kid);
        if (known == null) {
            // an unknown key waits for a read under way; whoever comes second finds the window closed
            reading.lock();
            readUnlessTried();
        } else if (!within(before, rules.freshFor()) && reading.tryLock()) {
            readUnlessTried();
        } else {
            return known;
        }
        Snapshot<K> after = snapshot;
        K key = usable(after, kid);
        if (key == null) {
            throw within(after, rules.outage())
                    ? new Refusal(ReasonCode.KID_UNKNOWN, "the platform publishes no such key")
                    : new Refusal(ReasonCode.KEYS_UNAVAILABLE, "the platform's keys cannot be read");
        }
        return key;
    }

    private void readUnlessTried() {
        try {
            Instant now = clock.instant();
            Instant last = triedAt;
            if (last == null || age(last, now).compareTo(rules.window()) >= 0) {
                read(now);
                // whoever waited for one that gave no answer does not wait for it once more
                triedAt = clock.instant();
            }
        } finally {
            reading.unlock();
        }
    }

    private void read(Instant now) {
        try {
            var response = egress.send(EgressRequest.get(uri, "application/json, application/jwk-set+json"));
            Map<String, K> keys = response.status() == 200 ? reader.apply(response.text()) : Map.of();
            // an empty or unreadable set is an error of the platform, not a withdrawal of all keys
            if (!keys.isEmpty()) {
                snapshot = new Snapshot<>(keys, now);
            }
        } catch (EgressException e) {
            // the platform is down: what is cached goes on serving until the outage is over its bound
        }
    }

    private @Nullable K usable(@Nullable Snapshot<K> s, String kid) {
        return s != null && within(s, rules.outage()) ? s.keys().get(kid) : null;
    }

    private boolean within(@Nullable Snapshot<K> s, Duration limit) {
        return s != null && age(s.readAt(), clock.instant()).compareTo(limit) < 0;
    }

    /** The distance both ways, so that a clock set back does not keep keys alive for ever. */
    private static Duration age(Instant then, Instant now) {
        return Duration.between(then, now).abs();
    }
}
