// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Clients clients;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ConcurrentMap<String, Given> tokens = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> assertions = new ConcurrentHashMap<>();

    private record Given(String client, Set<String> scopes, Instant ends) {}

    @Activate
    public ServiceTokens(@Reference Campus campus, @Reference Clients clients, @Reference InstantSource clock) {
        this.campus = campus;
        this.clients = clients;
        this.clock = clock;
    }

    /** Whose token the request bears, when it may do this; otherwise the answer is sent. */
    Optional<Client> bearer(HttpServletRequest request, HttpServletResponse response, String scope)
            throws IOException {
        String bearer = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        Given given = bearer.startsWith("Bearer ") ? tokens.get(bearer.substring(7)) : null;
        if (given == null || !clock.instant().isBefore(given.ends)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return Optional.empty();
        }
        boolean writer = scope.equals(Scopes.LINE_ITEMS_READ) && given.scopes.contains(Scopes.LINE_ITEMS);
        Optional<Client> client = clients.active(given.client)
                .filter(c -> writer || given.scopes.contains(scope));
        if (client.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
        return client;
    }

    String give(Client client, Set<String> scopes) {
        forgetOld();
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(token, new Given(client.id(), scopes, clock.instant().plus(LIFE)));
        return token;
    }

    /** The tool that an assertion speaks for, before it is believed. */
    Optional<Client> claimed(String assertion) {
        try {
            return clients.active(
                    Objects.requireNonNullElse(SignedJWT.parse(assertion).getJWTClaimsSet().getIssuer(), ""));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /** Empty when the assertion is the tool's own, fresh and new; otherwise why not. */
    String problem(Client client, String assertion) throws IOException, InterruptedException {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            JWK key = keys(client.jwks()).getKeyByKeyId(jwt.getHeader().getKeyID());
            Instant now = clock.instant();
            Date expires = claims.getExpirationTime();
            if (key == null || !JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
                return "the signature is not by a key of the tool";
            }
            if (!client.id().equals(claims.getIssuer()) || !client.id().equals(claims.getSubject())
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

    JWKSet keys(URI toolKeys) throws IOException, InterruptedException, ParseException {
        HttpRequest asked = HttpRequest.newBuilder(toolKeys).timeout(Duration.ofSeconds(10)).build();
        try {
            return JWKSet.parse(http.send(asked, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            // a kept connection may have been closed at the other end meanwhile
            return JWKSet.parse(http.send(asked, BodyHandlers.ofString()).body());
        }
    }

    private void forgetOld() {
        Instant now = clock.instant();
        tokens.values().removeIf(given -> now.isAfter(given.ends));
        assertions.values().removeIf(now::isAfter);
    }

    @Deactivate
    void close() {
        http.shutdownNow();
    }
}
