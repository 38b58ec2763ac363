// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Optional;
import org.huifang.api.access.TokenAnswer;
import org.huifang.api.access.TokenAnswer.InvalidClient;
import org.huifang.api.access.TokenAnswer.KeyNotFound;
import org.huifang.lti.JwksRules;
import org.huifang.lti.KeySets;
import org.huifang.lti.KeySets.Found;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;

/**
 * The keys that clients publish themselves: at public https addresses, and at those of the own network that the operator
 * has vouched for. The two are never mixed.
 */
final class KeysElsewhere {
    private static final int MOST_ADDRESSES = 500;
    private static final int LONGEST = 2_000;
    private static final int HTTPS = 443;

    private final KeySets<JWK> outside;
    private final KeySets<JWK> inside;

    KeysElsewhere(TokenClock clock) {
        Egress strict = new Egress(EgressPolicy.strict());
        outside = new KeySets<>(uri -> strict, JwksRules.STANDARD, clock::now, PublicKeys::published, MOST_ADDRESSES);
        inside = new KeySets<>(uri -> new Egress(EgressPolicy.allowing(uri.toString())), JwksRules.STANDARD,
                clock::now, PublicKeys::published, MOST_ADDRESSES);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static void check(URI address, boolean inside) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean plain = address.getHost() != null && address.getRawUserInfo() == null
                && address.getRawFragment() == null && address.toString().length() <= LONGEST;
        if (!plain || !https && !(inside && "http".equalsIgnoreCase(address.getScheme()))) {
            throw new IllegalArgumentException("the address of the keys begins with https:// and has no name or "
                    + "password in it");
        }
        if (!inside && address.getPort() >= 0 && address.getPort() != HTTPS) {
            throw new IllegalArgumentException("the address of the keys is on port 443");
        }
    }

    /** Empty when a key of this address has signed the token. */
    Optional<TokenAnswer> wrong(URI address, boolean vouched, SignedJWT token) {
        String kid = token.getHeader().getKeyID();
        if (kid == null) {
            return Optional.of(new KeyNotFound("The assertion names no kid, by which its key could be found."));
        }
        return switch ((vouched ? inside : outside).find(address, kid)) {
            case Found.Known<JWK>(JWK key) ->
                PublicKeys.signed(token, key) ? Optional.empty() : Optional.of(new InvalidClient());
            case Found.Unknown<JWK> unknown -> Optional.of(new KeyNotFound(
                    "The address of this client's keys has no key of this kid that may be used."));
            case Found.Unavailable<JWK> away -> Optional.of(new KeyNotFound(
                    "The keys of this client cannot be read at their address now."));
        };
    }
}
