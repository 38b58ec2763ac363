// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huifang.api.TenantId;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.api.platform.RosterSync;
import org.huifang.lti.ToolKey;
import org.huifang.lti.ToolKeys;
import org.huifang.persistence.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Huifang as the course platform sees it: a door for hooks, a key set and two services. */
final class Tool implements AutoCloseable, Platforms, HookSources {
    static final ToolKey KEY = ToolKey.generate();

    /** A hook as it came in. */
    record Came(String id, String timestamp, String signature, String body) {}

    final TestDatabase database = TestDatabase.start();
    final List<Came> hooks = new CopyOnWriteArrayList<>();
    final List<Platform> registered = new ArrayList<>();
    final List<String> secrets = new ArrayList<>();
    volatile int answer = 202;
    volatile Instant now = Instant.parse("2026-09-01T00:00:00Z");
    final InstantSource clock = () -> now;
    private final HttpServer server;
    final Place place;
    DemoStore store;
    Campus campus;
    Clients clients;
    Classroom classroom;
    SendHooks sending;

    Tool() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        server.createContext("/hooks/demo", this::hook);
        server.createContext("/lti/jwks", x -> send(x, 200, ToolKeys.of(KEY).publicJwks()));
        server.start();
        String port = Integer.toString(server.getAddress().getPort());
        place = new Place(null, port, null);
        restart();
    }

    void restart() {
        store = new DemoStore(database);
        campus = new Campus(store, place, this, this);
        clients = new Clients(store, place, clock);
        classroom = new Classroom(store, name -> {}, clock);
        sending = new SendHooks(store, campus, place, clock);
    }

    /** Works the outbox off as the scheduler would. */
    void work() {
        while (sending.run()) {
            // until nothing is taken any more
        }
    }

    private void hook(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answer == 202) {
            hooks.add(new Came(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"), body));
        }
        send(exchange, answer, "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public Platform add(TenantId tenant, String issuer, String clientId, String deployment, URI authUrl, URI tokenUrl,
            URI jwksUrl) {
        registered.add(new Platform(tenant, new UUID(1, 1), issuer, clientId, Set.of(deployment), authUrl, tokenUrl,
                jwksUrl, true));
        return registered.getLast();
    }

    @Override
    public String add(TenantId tenant, String name, @Nullable UUID platform) {
        secrets.add("whsec_" + java.util.Base64.getEncoder().encodeToString(new byte[32]));
        return secrets.getLast();
    }

    @Override
    public String rotate(TenantId tenant, String name) {
        return add(tenant, name, null);
    }

    @Override
    public List<String> names(TenantId tenant) {
        return secrets.isEmpty() ? List.of() : List.of("demo");
    }

    @Override
    public List<Platform> all(TenantId tenant) {
        return registered;
    }

    @Override
    public Optional<Platform> find(TenantId tenant, UUID id) {
        return registered.stream().findFirst();
    }

    @Override
    public RosterSync syncRoster(TenantId tenant, UUID course) {
        return new RosterSync.NotOffered();
    }

    @Override
    public Optional<HookSource> find(String name) {
        return Optional.empty();
    }

    @Override
    public void close() {
        sending.close();
        server.stop(0);
        database.close();
    }
}
