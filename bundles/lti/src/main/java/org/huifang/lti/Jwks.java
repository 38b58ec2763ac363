// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.huifang.lti.egress.Egress;

/**
 * The platforms' public keys, cached per address and never mixed: a key id counts only within the registration's own
 * key set. Known keys serve without a request; an unknown one makes at most one request per window and address, and
 * never disturbs the known ones. Safe for many threads; keep one for the whole tool.
 */
public final class Jwks {
    private final Egress egress;
    private final JwksRules rules;
    private final InstantSource clock;
    private final ConcurrentMap<URI, KeySet<RSASSAVerifier>> sets = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param egress the way out
     * @param rules how long keys serve, for example {@link JwksRules#STANDARD}
     * @param clock the time
     */
    public Jwks(Egress egress, JwksRules rules, InstantSource clock) {
        this.egress = egress;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Forgets what is cached of one address, for an administrator who knows that a key was stolen.
     *
     * @param jwksUri a registration's key set
     */
    public void forget(URI jwksUri) {
        sets.remove(jwksUri);
    }

    RSASSAVerifier key(URI jwksUri, String kid) throws Refusal {
        return sets.computeIfAbsent(jwksUri, uri -> new KeySet<>(uri, egress, rules, clock, PublishedKeys::parse))
                .key(kid);
    }
}
