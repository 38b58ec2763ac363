// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;

/** A course platform on a real HTTP server that signs real tokens. */
final class Campus implements AutoCloseable {
    static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final ToolKey KEY = ToolKey.generate();
    private final HttpServer server;
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** Members as JSON, by user id. */
    final Map<String, String> roster = new TreeMap<>();
    volatile int rosterStatus = 200;

    Campus() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jwks", x -> answer(x, 200, "application/json", ToolKeys.of(KEY).publicJwks()));
        server.createContext("/token", x -> answer(x, 200, "application/json",
                "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":"
                        + "\"https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly\"}"));
        server.createContext("/members", x -> answer(x, rosterStatus,
                "application/vnd.ims.lti-nrps.v2.membershipcontainer+json",
                "{\"id\":\"x\",\"context\":{\"id\":\"c1\"},\"members\":[" + String.join(",", roster.values()) + "]}"));
        server.start();
    }

    void member(String id, String name, String role) {
        roster.put(id,
                "{\"user_id\":\"" + id + "\",\"name\":\"" + name + "\",\"status\":\"Active\",\"roles\":[\"" + role
                        + "\"]}");
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI uri(String path) {
        return URI.create(issuer() + path);
    }

    /** The claims of an ordinary launch, to be spoilt by the tests. */
    Map<String, Object> claims(String nonce, Instant now, String subject, List<String> roles) {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", issuer());
        claims.put("aud", "client");
        claims.put("sub", subject);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plusSeconds(60).getEpochSecond());
        claims.put("nonce", nonce);
        claims.put("name", "陈晓");
        claims.put("locale", "zh-CN");
        claims.put(CLAIM + "message_type", "LtiResourceLinkRequest");
        claims.put(CLAIM + "version", "1.3.0");
        claims.put(CLAIM + "deployment_id", "1");
        claims.put(CLAIM + "roles", new ArrayList<>(roles));
        claims.put(CLAIM + "resource_link", Map.of("id", "r1"));
        claims.put(CLAIM + "context", Map.of("id", "c1", "title", "Statistics 101"));
        claims.put(CLAIM + "target_link_uri", "http://localhost:8080/");
        claims.put("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                Map.of("context_memberships_url", uri("/members").toString(), "service_versions", List.of("2.0")));
        return claims;
    }

    String sign(Map<String, Object> claims) {
        return KEY.sign(claims);
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
