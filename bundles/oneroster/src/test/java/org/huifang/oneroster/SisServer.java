// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The far end: a rostering provider of OneRoster 1.2, as far as it is read, with its quirks to be switched on. */
final class SisServer implements AutoCloseable {
    private static final String ROOT = "/ims/oneroster/rostering/v1p2/";
    static final String SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly";

    private record Kept(Instant changed, String json) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile String secret = "s3cret";
    volatile int status = 200;
    final AtomicInteger failAfter = new AtomicInteger(Integer.MAX_VALUE);
    volatile String retryAfter = "";
    volatile long hidden;
    volatile boolean counts = true;
    volatile String garbage = "";
    private final Map<String, Map<String, Kept>> collections = new ConcurrentHashMap<>();
    private final HttpServer server;

    SisServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::token);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void put(String collection, String id, String status, Instant changed, String rest) {
        collections.computeIfAbsent(collection, any -> new TreeMap<>()).put(id, new Kept(changed,
                "{\"sourcedId\":\"" + id + "\",\"status\":\"" + status + "\",\"dateLastModified\":\"" + changed
                        + "\"," + rest + "}"));
    }

    void schoolClass(String id, Instant changed, String title) {
        put("academicSessions", "t1", "active", changed, "\"title\":\"Spring\",\"type\":\"term\","
                + "\"startDate\":\"2026-02-01\",\"endDate\":\"2099-06-30\"");
        put("courses", "k1", "active", changed, "\"title\":\"Chinese\"");
        put("classes", id, "active", changed, "\"title\":\"" + title + "\",\"course\":{\"sourcedId\":\"k1\"},"
                + "\"terms\":[{\"sourcedId\":\"t1\",\"type\":\"academicSession\"}]");
    }

    void user(String id, Instant changed, String given, String family, String role) {
        put("users", id, "active", changed, "\"enabledUser\":\"true\",\"givenName\":\"" + given
                + "\",\"familyName\":\"" + family + "\",\"email\":\"" + id + "@example.org\","
                + "\"roles\":[{\"roleType\":\"primary\",\"role\":\"" + role + "\"}]");
    }

    void enrolment(String id, String status, Instant changed, String of, String user, String role) {
        put("enrollments", id, status, changed, "\"class\":{\"sourcedId\":\"" + of
                + "\"},\"user\":{\"sourcedId\":\"" + user + "\"},\"role\":\"" + role + "\"");
    }

    void forget(String collection, String id) {
        collections.getOrDefault(collection, Map.of()).remove(id);
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add("token");
        String expected = "Basic " + Base64.getEncoder()
                .encodeToString(("huifang:" + secret).getBytes(StandardCharsets.UTF_8));
        boolean known = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean fit = URLDecoder.decode(form, StandardCharsets.UTF_8).contains("grant_type=client_credentials")
                && URLDecoder.decode(form, StandardCharsets.UTF_8).contains("scope=" + SCOPE);
        send(exchange, known && fit ? 200 : 401, known
                ? "{\"access_token\":\"t-" + secret + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                : "{\"error\":\"invalid_client\"}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString().substring(ROOT.length()));
        int now = failAfter.getAndDecrement() <= 0 ? 503 : status;
        if (!("Bearer t-" + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            now = 401;
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        if (now != 200) {
            send(exchange, now, "{}");
            return;
        }
        String collection = exchange.getRequestURI().getPath().substring(ROOT.length());
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String filter = query.getOrDefault("filter", "dateLastModified>'" + Instant.EPOCH + "'");
        Instant since = Instant.parse(filter.substring(filter.indexOf('\'') + 1, filter.length() - 1));
        List<String> all = collections.getOrDefault(collection, Map.of()).values().stream()
                .filter(one -> one.changed.isAfter(since)).map(Kept::json).toList();
        long offset = Long.parseLong(query.getOrDefault("offset", "0"));
        long limit = Long.parseLong(query.getOrDefault("limit", "100"));
        if (counts) {
            exchange.getResponseHeaders().set("X-Total-Count", Long.toString(all.size() + hidden));
        } else {
            exchange.getResponseHeaders().set("Link", offset + limit < all.size()
                    ? "<" + url() + ROOT + collection + ">; rel=\"next\""
                    : "<" + url() + ROOT + collection + ">; rel=\"first\"");
        }
        send(exchange, 200, garbage + "{\"" + collection + "\":[" + all.stream().skip(offset).limit(limit)
                .collect(Collectors.joining(",")) + "]}");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String one : raw.split("&")) {
            String[] parts = one.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
