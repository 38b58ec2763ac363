// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tokens for the platform's services, given for an assertion that the tool signed. They live in memory. */
@Component(service = ServiceTokens.class)
public final class ServiceTokens {
    static final Duration LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);
    private final Campus campus;
    private final URI toolKeys;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ConcurrentMap<String, Instant> tokens = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> assertions = new ConcurrentHashMap<>();

    @Activate
    public ServiceTokens(@Reference Campus campus, @Reference Place place, @Reference InstantSource clock) {
        this.campus = campus;
        this.toolKeys = URI.create(place.toolFromHere() + "/lti/jwks");
        this.clock = clock;
    }

    boolean isGood(String token) {
        return clock.instant().isBefore(tokens.getOrDefault(token, Instant.EPOCH));
    }

    String give() {
        forgetOld();
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(token, clock.instant().plus(LIFE));
        return token;
    }

    /** Empty when the assertion is the tool's own, fresh and new; otherwise why not. */
    String problem(String assertion) throws IOException, InterruptedException {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            JWK key = keys().getKeyByKeyId(jwt.getHeader().getKeyID());
            Instant now = clock.instant();
            Date expires = claims.getExpirationTime();
            if (key == null || !JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
                return "the signature is not by a key of the tool";
            }
            if (!Campus.CLIENT.equals(claims.getIssuer()) || !Campus.CLIENT.equals(claims.getSubject())
                    || !claims.getAudience().contains(campus.tokenUrl())) {
                return "issuer, subject or audience";
            }
            if (expires == null || expires.toInstant().isBefore(now)
                    || expires.toInstant().isAfter(now.plus(LONGEST_ASSERTION))) {
                return "expiry";
            }
            boolean fresh = claims.getJWTID() != null
                    && assertions.putIfAbsent(claims.getJWTID(), expires.toInstant()) == null;
            return fresh ? "" : "jti";
        } catch (ParseException | JOSEException e) {
            return "not readable";
        }
    }

    private JWKSet keys() throws IOException, InterruptedException, ParseException {
        var answer = http.send(HttpRequest.newBuilder(toolKeys).timeout(Duration.ofSeconds(10)).build(),
                BodyHandlers.ofString());
        return JWKSet.parse(answer.body());
    }

    private void forgetOld() {
        Instant now = clock.instant();
        for (Map<String, Instant> map : java.util.List.of(tokens, assertions)) {
            map.values().removeIf(now::isAfter);
        }
    }

    @Deactivate
    void close() {
        http.shutdownNow();
    }
}
