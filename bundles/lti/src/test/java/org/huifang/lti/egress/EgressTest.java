// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.huifang.lti.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What far sides do to a client: redirects, endless bodies, trickles, bombs, lies about lengths. */
class EgressTest {
    private final TestPlatform far = new TestPlatform();
    private final Egress egress = new Egress(EgressPolicy.allowing(far.origin()));

    @AfterEach
    void stop() {
        far.close();
    }

    private EgressRequest get(String path) {
        return EgressRequest.get(far.uri(path), "text/plain").within(1000, Duration.ofSeconds(5));
    }

    private static void failed(Egress egress, EgressRequest request, String why) {
        assertThatThrownBy(() -> egress.send(request)).isInstanceOfSatisfying(EgressException.class,
                e -> assertThat(e.refused()).isFalse()).hasMessageContaining(why);
    }

    /** One connection, answered with exactly these bytes, then closed. */
    private static void answering(String raw, Attempt attempt) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // the client hung up
                }
            });
            String origin = "http://127.0.0.1:" + server.getLocalPort();
            attempt.with(new Egress(EgressPolicy.allowing(origin)), EgressRequest.get(URI.create(origin + "/"), "*/*")
                    .within(1000, Duration.ofSeconds(5)));
        }
    }

    private interface Attempt {
        void with(Egress egress, EgressRequest request) throws Exception;
    }

    @Tag("A6")
    @Test
    void headers_query_and_body_arrive_and_the_answer_comes_back() throws Exception {
        far.serve("/echo", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("X-Two", "a");
            exchange.getResponseHeaders().add("X-Two", "b");
            TestPlatform.answer(exchange, 201, "text/plain", exchange.getRequestMethod() + " "
                    + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Host") + " " + body);
        });
        EgressResponse answer = egress.send(EgressRequest.form(far.uri("/echo/ü?q=a%20b"), Map.of("x", "a b&ü")));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo("POST /echo/%C3%BC?q=a%20b " + far.uri("").getAuthority()
                + " x=a+b%26%C3%BC");
        assertThat(answer.headers("x-TWO")).containsExactly("a", "b");
    }

    @Tag("A6")
    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws Exception {
        far.serve("/from", exchange -> {
            exchange.getResponseHeaders().set("Location", far.origin() + "/to");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThat(egress.send(get("/from")).status()).isEqualTo(302);
        assertThat(far.requests).containsExactly("GET /from");
    }

    @Tag("A6")
    @Test
    void a_body_over_the_cap_is_a_failure_chunked_or_not() throws Exception {
        far.serve("/long", exchange -> TestPlatform.answer(exchange, 200, "text/plain", "x".repeat(1001)));
        far.serve("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
        });
        failed(egress, get("/long"), "longer than 1000");
        failed(egress, get("/chunked"), "longer than 1000");
        answering("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5000), (e, r) -> failed(e, r, "longer than 1000"));
        answering("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n",
                (e, r) -> failed(e, r, "longer than 1000"));
    }

    @Tag("A6")
    @Test
    void a_chunked_body_and_one_that_ends_with_the_connection_are_read() throws Exception {
        answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n",
                (e, r) -> assertThat(e.send(r).text()).isEqualTo("abc0123456789"));
        answering("HTTP/1.0 200 OK\r\n\r\nto the end", (e, r) -> assertThat(e.send(r).text()).isEqualTo("to the end"));
        answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 204 None\r\n\r\n",
                (e, r) -> assertThat(e.send(r).status()).isEqualTo(204));
    }

    @Tag("A6")
    @Test
    void an_answer_that_is_no_http_or_breaks_off_is_a_failure() throws Exception {
        answering("SSH-2.0-OpenSSH\r\n", (e, r) -> failed(e, r, "not HTTP"));
        answering("", (e, r) -> failed(e, r, "breaks off"));
        answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", (e, r) -> failed(e, r, "breaks off"));
        answering("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", (e, r) -> failed(e, r, "longer"));
        answering("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", (e, r) -> failed(e, r, "headers"));
        answering("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(300) + "\r\n", (e, r) -> failed(e, r, "headers"));
        answering("HTTP/1.1 200 OK\r\nA: " + "b".repeat(20_000), (e, r) -> failed(e, r, "endless"));
        answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", (e, r) -> failed(e, r, "length"));
        answering("HTTP/1.1 100 Continue\r\n\r\n".repeat(3), (e, r) -> failed(e, r, "breaks off"));
    }

    @Tag("A6")
    @Test
    void a_trickle_of_bytes_ends_with_the_deadline() throws Exception {
        far.serve("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            try {
                for (int i = 0; i < 500; i++) {
                    body.write('x');
                    body.flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                }
            } catch (IOException e) {
                // the client hung up, as it should
            }
        });
        long start = System.nanoTime();
        failed(egress, get("/slow").within(1000, Duration.ofMillis(300)), "in time");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Tag("A6")
    @Test
    void a_compressed_bomb_is_not_unpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
            zip.write(new byte[500_000]);
        }
        far.serve("/zip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
        });
        assertThat(egress.send(get("/zip")).body()).hasSize(bomb.size());
    }

    @Tag("A6")
    @Test
    void headers_cannot_smuggle_a_second_request() {
        for (String value : new String[]{"a\r\nX: y", "a\nb", "ü", "a\0"}) {
            assertThatThrownBy(() -> get("/").bearer(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Tag("A6")
    @Test
    void nobody_listening_is_a_failure_not_a_refusal() {
        far.close();
        failed(egress, get("/"), "");
    }
}
