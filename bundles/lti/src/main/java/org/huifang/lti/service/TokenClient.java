// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.huifang.lti.Registration;
import org.huifang.lti.ToolKeys;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens by client credentials with a signed assertion (private_key_jwt, RFC 7523), cached per registration and
 * set of scopes until shortly before they expire. One request at a time for the same token. Safe for many threads.
 */
public final class TokenClient {
    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(4);
    private static final Duration SKEW = Duration.ofSeconds(60);

    private record Key(String registration, String clientId, URI endpoint, Set<String> scopes) {}

    private static final class Slot {
        final ReentrantLock asking = new ReentrantLock();
        volatile @Nullable AccessToken token;
    }

    private final Egress egress;
    private final Supplier<ToolKeys> keys;
    private final InstantSource clock;
    private final ConcurrentMap<Key, Slot> slots = new ConcurrentHashMap<>();

    /**
     * A client with an empty cache.
     *
     * @param egress the way out
     * @param keys the tool's keys at this moment, asked for each assertion, so that rotation takes effect at once
     * @param clock the time
     */
    public TokenClient(Egress egress, Supplier<ToolKeys> keys, InstantSource clock) {
        this.egress = egress;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A token for a set of scopes.
     *
     * @param registration the platform
     * @param scopes all must be granted; a platform that drops one silently is a failure
     * @return a token that is good for another minute at least, or why there is none
     */
    public TokenResult token(Registration registration, Set<String> scopes) {
        URI endpoint = registration.tokenEndpoint();
        if (endpoint == null) {
            return failed(ServiceFailure.Kind.NOT_CONFIGURED, "the registration has no token endpoint");
        }
        Key key = new Key(registration.id(), registration.clientId(), endpoint, Set.copyOf(scopes));
        Slot slot = slots.computeIfAbsent(key, k -> new Slot());
        AccessToken cached = slot.token;
        if (good(cached)) {
            return new TokenResult.Granted(Objects.requireNonNull(cached));
        }
        slot.asking.lock();
        try {
            AccessToken meanwhile = slot.token;
            if (good(meanwhile)) {
                return new TokenResult.Granted(Objects.requireNonNull(meanwhile));
            }
            TokenResult result = ask(registration, endpoint, scopes);
            slot.token = result instanceof TokenResult.Granted granted ? granted.token() : null;
            return result;
        } finally {
            slot.asking.unlock();
        }
    }

    /**
     * Drops a token that the platform no longer takes, if it is still the cached one.
     *
     * @param stale a token that was answered with 401
     */
    public void drop(AccessToken stale) {
        slots.values().stream().filter(slot -> stale.equals(slot.token)).forEach(slot -> slot.token = null);
    }

    private boolean good(@Nullable AccessToken token) {
        return token != null && clock.instant().plus(SKEW).isBefore(token.expiresAt());
    }

    private TokenResult ask(Registration registration, URI endpoint, Set<String> scopes) {
        Instant now = clock.instant();
        try {
            var answer = egress.send(EgressRequest.form(endpoint,
                    Map.of("grant_type", "client_credentials", "client_assertion_type",
                            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion",
                            assertion(registration, endpoint, now), "scope", String.join(" ", new TreeSet<>(scopes)))));
            return TokenAnswer.read(answer, scopes, now);
        } catch (EgressException e) {
            return new TokenResult.Failed(ServiceFailure.of(e));
        }
    }

    private String assertion(Registration registration, URI endpoint, Instant now) {
        String audience = Objects.requireNonNullElse(registration.tokenAudience(), endpoint.toString());
        return keys.get().signing()
                .sign(Map.of("iss", registration.clientId(), "sub", registration.clientId(), "aud", audience, "iat",
                        now.getEpochSecond(), "exp", now.plus(ASSERTION_LIFE).getEpochSecond(), "jti",
                        UUID.randomUUID().toString()));
    }

    private static TokenResult failed(ServiceFailure.Kind kind, String detail) {
        return new TokenResult.Failed(ServiceFailure.of(kind, detail));
    }
}
