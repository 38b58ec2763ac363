// SPDX-License-Identifier: Apache-2.0
package org.huifang.itests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The far side of LTI 1.3: a course platform with its own keys, that mints whatever a test wants. */
public final class PlatformPeer implements AutoCloseable {
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    private final HttpServer server;
    private final RSAKey key;
    private final RSASSASigner signer;
    private final AtomicInteger read = new AtomicInteger();
    private volatile List<String> enrolled = List.of();

    public PlatformPeer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("peer-1").generate();
            signer = new RSASSASigner(key);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/jwks", exchange -> answer(exchange, "application/json", new JWKSet(key).toString()));
        server.createContext("/token", exchange -> answer(exchange, "application/json", """
                {"access_token":"of-the-peer","token_type":"Bearer","expires_in":3600,"scope":"%s"}""".formatted(
                ROSTER)));
        server.createContext("/members", this::members);
        server.start();
    }

    /** Where its course has its roster: whoever is told of it in a launch may read it. */
    public String memberships() {
        return issuer() + "/members";
    }

    /** From now on these are in the course, in pages of as many as are asked for. */
    public void enrolled(List<String> subjects) {
        enrolled = List.copyOf(subjects);
    }

    /** How often its roster was read to the last page. */
    public int rostersRead() {
        return read.get();
    }

    private void members(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI().getQuery() == null ? "" : exchange.getRequestURI().getQuery();
        int limit = number(asked, "limit", 100);
        int from = number(asked, "from", 0);
        var now = enrolled;
        int to = Math.min(from + limit, now.size());
        if (to < now.size()) {
            exchange.getResponseHeaders().set("link",
                    "<%s?limit=%d&from=%d>; rel=\"next\"".formatted(memberships(), limit, to));
        } else {
            read.incrementAndGet();
        }
        answer(exchange, "application/vnd.ims.lti-nrps.v2.membershipcontainer+json", """
                {"id":"%s","context":{"id":"peer-course","title":"Peer course"},"members":[%s]}""".formatted(
                memberships(), now.subList(from, to).stream().map(subject -> """
                        {"status":"Active","user_id":"%s","name":"Peer %s","email":"%s@peer.example",\
                        "roles":["http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"]}""".formatted(subject,
                        subject, subject)).collect(Collectors.joining(","))));
    }

    private static int number(String query, String name, int otherwise) {
        return Arrays.stream(query.split("&")).filter(p -> p.startsWith(name + "="))
                .map(p -> Integer.parseInt(p.substring(name.length() + 1))).findFirst().orElse(otherwise);
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The words of {@code bin/huifang} that register it. */
    public String[] registration() {
        return new String[]{"platform", "add", "--issuer", issuer(), "--client-id", "peer", "--deployment", "1",
                "--auth-url", issuer() + "/auth", "--token-url", issuer() + "/token", "--jwks-url", issuer() + "/jwks"};
    }

    /** The claims of a launch that is right in every way; change them to make one that is not. */
    public JWTClaimsSet.Builder claims(String subject, String role, String nonce, String target, Instant now) {
        return new JWTClaimsSet.Builder().issuer(issuer()).audience("peer").subject(subject)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString()).claim("nonce", nonce).claim("name", "Peer " + subject)
                .claim(CLAIM + "message_type", "LtiResourceLinkRequest").claim(CLAIM + "version", "1.3.0")
                .claim(CLAIM + "deployment_id", "1").claim(CLAIM + "target_link_uri", target)
                .claim(CLAIM + "resource_link", Map.of("id", "link-1", "title", "Huifang"))
                .claim(CLAIM + "context", Map.of("id", "peer-course", "title", "Peer course"))
                .claim(CLAIM + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/membership#" + role));
    }

    /** Signs claims as this platform does. */
    public String sign(JWTClaimsSet claims) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    }

    /** Signs claims under a header of the test's choice. */
    public String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
