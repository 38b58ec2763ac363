// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A course platform on a real HTTP server: the far side of every test. */
public final class TestPlatform implements AutoCloseable {
    /** Made once for all tests: making RSA keys is slow. */
    public static final List<RSAKey> KEYS = List.of(key("k-1"), key("k-2"), key("k-3"));

    private final HttpServer server;
    public final AtomicInteger jwksReads = new AtomicInteger();
    public volatile String jwks = set(KEYS.getFirst());
    public volatile int jwksStatus = 200;
    /** Method, address and headers of each request, in order. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public TestPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        serve("/jwks", exchange -> {
            jwksReads.incrementAndGet();
            answer(exchange, jwksStatus, "application/json", jwks);
        });
    }

    public void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    public static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public URI uri(String path) {
        return URI.create(origin() + path);
    }

    public Registration registration(String id, String clientId) {
        return new Registration(id, origin(), clientId, Set.of("1", "2"), uri("/auth"), uri("/token"), null,
                uri("/jwks"), false, true);
    }

    public static String set(RSAKey... keys) {
        return new JWKSet(List.of(keys)).toPublicJWKSet().toString();
    }

    static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> header(String kid) {
        return Map.of("alg", "RS256", "typ", "JWT", "kid", kid);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
