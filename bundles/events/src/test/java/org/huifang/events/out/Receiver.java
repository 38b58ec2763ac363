// SPDX-License-Identifier: Apache-2.0
package org.huifang.events.out;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The far end: a web server that answers as it is told, and checks signatures by the reference implementation. */
final class Receiver implements AutoCloseable {
    /** What came. */
    record Got(String key, String signature, String body, HttpHeaders headers) {}

    /** What it says. */
    record Say(int status, Map<String, String> headers) {}

    final List<Got> got = new CopyOnWriteArrayList<>();
    final Deque<Say> next = new ArrayDeque<>();
    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks?x=1");
    }

    void say(int... statuses) {
        for (int status : statuses) {
            next.add(new Say(status, Map.of()));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true);
        got.add(new Got(headers.firstValue("webhook-id").orElse(""),
                headers.firstValue("webhook-signature").orElse(""), body, headers));
        Say say = next.isEmpty() ? new Say(204, Map.of()) : next.poll();
        say.headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(say.status, -1);
        exchange.close();
    }

    /** Whether one of its signatures was made with this secret. */
    static boolean fits(Got got, String secret, String seconds) {
        try {
            String made = new Webhook(secret).sign(got.key, Long.parseLong(seconds), got.body);
            return Collections.indexOfSubList(List.of(got.signature.split(" ")), List.of(made)) >= 0;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
