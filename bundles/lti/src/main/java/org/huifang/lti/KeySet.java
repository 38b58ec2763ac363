// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.jspecify.annotations.Nullable;

/** The cached keys of one address. */
final class KeySet {
    private record Snapshot(Map<String, RSASSAVerifier> keys, Instant readAt) {}

    private final URI uri;
    private final Egress egress;
    private final JwksRules rules;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;
    private volatile @Nullable Instant triedAt;

    KeySet(URI uri, Egress egress, JwksRules rules, InstantSource clock) {
        this.uri = uri;
        this.egress = egress;
        this.rules = rules;
        this.clock = clock;
    }

    RSASSAVerifier key(String kid) throws Refusal {
        Snapshot before = snapshot;
        RSASSAVerifier known = usable(before, kid);
        if (known == null) {
            // an unknown key waits for a read under way; whoever comes second finds the window closed
            reading.lock();
            readUnlessTried();
        } else if (!within(before, rules.freshFor()) && reading.tryLock()) {
            readUnlessTried();
        } else {
            return known;
        }
        Snapshot after = snapshot;
        RSASSAVerifier key = usable(after, kid);
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
            if (last != null && age(last, now).compareTo(rules.window()) < 0) {
                return;
            }
            triedAt = now;
            var response = egress.send(EgressRequest.get(uri, "application/json, application/jwk-set+json"));
            Map<String, RSASSAVerifier> keys = response.status() == 200
                    ? PublishedKeys.parse(response.text())
                    : Map.of();
            // an empty or unreadable set is an error of the platform, not a withdrawal of all keys
            if (!keys.isEmpty()) {
                snapshot = new Snapshot(keys, now);
            }
        } catch (EgressException e) {
            // the platform is down: what is cached goes on serving until the outage is over its bound
        } finally {
            reading.unlock();
        }
    }

    private @Nullable RSASSAVerifier usable(@Nullable Snapshot s, String kid) {
        return s != null && within(s, rules.outage()) ? s.keys().get(kid) : null;
    }

    private boolean within(@Nullable Snapshot s, Duration limit) {
        return s != null && age(s.readAt(), clock.instant()).compareTo(limit) < 0;
    }

    /** The distance both ways, so that a clock set back does not keep keys alive for ever. */
    private static Duration age(Instant then, Instant now) {
        return Duration.between(then, now).abs();
    }
}
