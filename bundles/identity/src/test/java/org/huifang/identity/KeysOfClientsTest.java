// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;
import org.huifang.api.access.Client;
import org.huifang.api.access.Scope;
import org.huifang.api.access.TokenAnswer;
import org.huifang.api.access.TokenAnswer.Granted;
import org.huifang.api.access.TokenAnswer.InvalidClient;
import org.huifang.api.access.TokenAnswer.KeyNotFound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysOfClientsTest {
    private static final Set<Scope> READS = Set.of(Scope.ARCHIVE_READ);
    private static Desk desk;
    private static ECKey march;
    private static ECKey april;
    private final AtomicInteger reads = new AtomicInteger();
    private HttpServer server;
    private volatile String answer = "";

    @BeforeAll
    static void open() throws JOSEException {
        desk = new Desk();
        march = new ECKeyGenerator(Curve.P_256).keyID("march").generate();
        april = new ECKeyGenerator(Curve.P_256).keyID("april").generate();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            reads.incrementAndGet();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks/" + UUID.randomUUID());
    }

    private static Client client(URI keysAt, boolean inside) {
        return desk.clients.add(TenantId.DEFAULT, "c" + UUID.randomUUID().toString().substring(0, 8), READS, keysAt,
                inside).client();
    }

    private static TokenAnswer ask(Client client, ECKey key, String kid) throws JOSEException {
        var claims = new JWTClaimsSet.Builder().issuer(client.clientId()).subject(client.clientId())
                .audience("https://huifang.example/oauth/token").jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(desk.now.plusSeconds(240))).build();
        var signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(kid).build(), claims);
        signed.sign(new ECDSASigner(key));
        return desk.clients.exchange(signed.serialize(), "");
    }

    private void publish(ECKey... keys) {
        answer = new JWKSet(List.of(keys)).toString(true);
    }

    @Test
    void a_client_changes_its_keys_by_itself_and_the_one_it_withdrew_stops_working() throws Exception {
        publish(march.toPublicJWK());
        var sis = client(address(), true);
        var granted = (Granted) ask(sis, march, "march");
        assertThat(desk.clients.caller(granted.token())).isPresent();
        assertThat(ask(sis, march, "march")).isInstanceOf(Granted.class);
        assertThat(reads).as("a known key serves without a request").hasValue(1);
        assertThat(ask(sis, april, "march")).as("somebody else's signature").isEqualTo(new InvalidClient());
        assertThat(ask(sis, march, null)).isInstanceOf(KeyNotFound.class);

        publish(march.toPublicJWK(), april.toPublicJWK());
        desk.pass(Duration.ofSeconds(11));
        assertThat(ask(sis, april, "april")).isInstanceOf(Granted.class);
        publish(april.toPublicJWK());
        desk.pass(Duration.ofMinutes(16));
        assertThat(ask(sis, april, "april")).as("reads the set again").isInstanceOf(Granted.class);
        assertThat(ask(sis, march, "march")).isInstanceOf(KeyNotFound.class);
        int before = reads.get();
        for (int n = 0; n < 20; n++) {
            assertThat(ask(sis, march, "k" + n)).isInstanceOf(KeyNotFound.class);
        }
        assertThat(reads).as("unknown keys ask once in ten seconds").hasValue(before);
    }

    @Test
    void an_address_that_answers_rubbish_is_told_and_not_believed() throws Exception {
        var symmetric = "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"march\", \"k\": \"c2VjcmV0\"}]}";
        var nameless = new JWKSet(new ECKey.Builder(march.toPublicJWK()).keyID(null).build()).toString(true);
        var secret = new JWKSet(march).toString(false);
        for (var rubbish : List.of("", "<html>", "{}", "{\"keys\": 7}", "{\"keys\": [7, null, {}]}", symmetric,
                nameless,
                secret, "[".repeat(100_000), "{\"keys\":".repeat(20_000), "x".repeat(300_000))) {
            answer = rubbish;
            var wrong = ask(client(address(), true), march, "march");
            assertThat(wrong).as(rubbish.substring(0, Math.min(60, rubbish.length()))).isInstanceOf(KeyNotFound.class);
            assertThat(((KeyNotFound) wrong).sentence()).contains("cannot be read");
        }
        answer = symmetric.replace("]}", ", " + april.toPublicJWK().toJSONString() + "]}");
        assertThat(ask(client(address(), true), april, "april")).as("one bad key spoils no other")
                .isInstanceOf(Granted.class);
    }

    @Test
    void an_address_of_the_own_network_is_asked_only_when_the_operator_has_vouched_for_it() throws Exception {
        publish(march.toPublicJWK());
        for (var inside : List.of("https://127.0.0.1/jwks", "https://10.0.0.7/jwks", "https://[::1]/jwks",
                "https://localhost/jwks", "https://169.254.169.254/latest/meta-data")) {
            assertThat(ask(client(URI.create(inside), false), march, "march")).as(inside)
                    .isInstanceOf(KeyNotFound.class);
        }
        assertThat(reads).hasValue(0);
        for (var wrong : List.of("http://keys.example/jwks", "https://me:secret@keys.example/jwks",
                "file:///etc/passwd",
                "https://keys.example:8443/jwks", "keys.example", "https://keys.example/jwks#x")) {
            assertThatThrownBy(() -> client(URI.create(wrong), false)).as(wrong)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("address");
        }
        var elsewhere = address();
        assertThat(ask(client(elsewhere, true), march, "march")).isInstanceOf(Granted.class);
    }

    @Test
    void an_address_that_hangs_makes_everybody_wait_once_and_not_one_after_the_other() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sis = client(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/jwks"), true);
            Callable<TokenAnswer> asking = () -> ask(sis, march, "march");
            long begun = System.nanoTime();
            for (var one : threads.invokeAll(Collections.nCopies(8, asking))) {
                assertThat(one.get()).isInstanceOf(KeyNotFound.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        }
    }

    @Test
    void the_command_takes_an_address_and_what_a_client_did_last_is_seen() throws Exception {
        publish(march.toPublicJWK());
        var at = address().toString();
        var printed = new AddClient(desk.clients).run(Map.of("name", List.of("sis"), "scope", List.of("archive.read"),
                "jwks-url", List.of(at), "inside", List.of("true")), List.of());
        assertThat(printed).contains("/oauth/token");
        assertThat(new ListClients(desk.clients).run(Map.of(), List.of())).contains(at);
        assertThatThrownBy(() -> new AddClient(desk.clients).run(Map.of("name", List.of("b"), "scope",
                List.of("archive.read"), "jwks-url", List.of(at), "jwks", List.of("{}")), List.of()))
                .isInstanceOf(CommandRefused.class).hasMessageContaining("not both");
        assertThatThrownBy(() -> new AddClient(desk.clients).run(Map.of("name", List.of("b"), "scope",
                List.of("archive.read"), "jwks-url", List.of("no address")), List.of()))
                .isInstanceOf(CommandRefused.class).hasMessageContaining("not added");

        var sis = named("sis");
        assertThat(sis.keysAt()).hasToString(at);
        assertThat(sis.used()).isNull();
        var token = ((Granted) ask(sis, march, "march")).token();
        desk.clients.caller(token);
        var first = named("sis").used();
        assertThat(first).isNotNull();
        desk.pass(Duration.ofMinutes(9));
        desk.clients.caller(token);
        assertThat(named("sis").used()).as("written at most every ten minutes").isEqualTo(first);
        desk.pass(Duration.ofMinutes(2));
        desk.clients.caller(token);
        assertThat(named("sis").used()).isAfter(first);
    }

    private static Client named(String name) {
        return desk.clients.all(TenantId.DEFAULT).stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow();
    }
}
