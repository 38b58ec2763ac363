// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What a client signs to show who it is (RFC 7523); nothing in it is believed before {@link #signedBy}.
 *
 * @param jti good once
 */
record Assertion(SignedJWT token, TenantId tenant, UUID client, String jti, Instant expires) {
    private static final int LONGEST = 8_000;
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** Empty when it cannot be one for any of these audiences now. */
    static Optional<Assertion> read(String text, Collection<String> audiences, Instant now) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWTClaimsSet claims = token.getJWTClaimsSet();
            String issuer = claims.getIssuer();
            String jti = claims.getJWTID();
            if (issuer == null || !issuer.equals(claims.getSubject()) || jti == null || jti.isBlank()
                    || jti.length() > 255 || Collections.disjoint(claims.getAudience(), audiences)
                    || !timely(claims, now)) {
                return Optional.empty();
            }
            int dot = issuer.indexOf('.');
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new Assertion(token, new TenantId(issuer.substring(0, dot)),
                            UUID.fromString(issuer.substring(dot + 1)), jti,
                            claims.getExpirationTime().toInstant()));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean timely(JWTClaimsSet claims, Instant now) {
        Date expires = claims.getExpirationTime();
        return expires != null && expires.toInstant().isAfter(now.minus(SKEW))
                && !expires.toInstant().isAfter(now.plus(LIFE).plus(SKEW)) && begun(claims.getIssueTime(), now)
                && begun(claims.getNotBeforeTime(), now);
    }

    private static boolean begun(@Nullable Date from, Instant now) {
        return from == null || !from.toInstant().isAfter(now.plus(SKEW));
    }

    boolean signedBy(String jwks) {
        return PublicKeys.parse(jwks).verify(token);
    }

    /** Until when its id must be remembered. */
    Instant forgotten() {
        return expires.plus(SKEW);
    }
}
