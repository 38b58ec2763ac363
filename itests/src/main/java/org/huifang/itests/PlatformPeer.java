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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The far side of LTI 1.3: a course platform with its own keys, that mints whatever a test wants. */
public final class PlatformPeer implements AutoCloseable {
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private final HttpServer server;
    private final RSAKey key;
    private final RSASSASigner signer;

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
        server.createContext("/jwks", exchange -> {
            var keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
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
