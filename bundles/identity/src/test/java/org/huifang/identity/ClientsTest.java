// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;
import org.huifang.api.access.Caller;
import org.huifang.api.access.Client;
import org.huifang.api.access.Scope;
import org.huifang.api.access.TokenAnswer;
import org.huifang.api.access.TokenAnswer.Granted;
import org.huifang.api.access.TokenAnswer.InvalidClient;
import org.huifang.api.access.TokenAnswer.InvalidScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private static final TenantId HERE = TenantId.DEFAULT;
    private static final TenantId THERE = new TenantId("other-school");
    private static final Set<Scope> READS = Set.of(Scope.ARCHIVE_READ, Scope.REVISIT_READ);
    private static Desk desk;
    private static ECKey pair;

    @BeforeAll
    static void open() throws JOSEException {
        desk = new Desk();
        pair = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    }

    @BeforeEach
    void nobody() throws Exception {
        desk.database.execute("truncate identity.client, identity.client_token, identity.client_assertion");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void a_key_says_whose_it_is_and_only_its_hash_is_kept() {
        var added = desk.clients.add(HERE, "crm", READS, null);
        var key = added.key();
        assertThat(key).startsWith("hf_default_");
        assertThat(added.toString()).doesNotContain(key);
        assertThat(desk.clients.caller(key)).contains(new Caller(HERE, added.client().id(), "crm", READS));
        assertThat(desk.clients.caller(key.replace("hf_default_", "hf_other-school_"))).isEmpty();
        assertThat(desk.clients.caller(key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A"))).isEmpty();
        assertThat(desk.clients.caller("")).isEmpty();
        List<String> kept = desk.store.unit().sqlAll(c -> new org.huifang.persistence.Sql(c)
                .list("select client::text from identity.client", row -> row.getString(1)));
        assertThat(kept).hasSize(1).allSatisfy(row -> assertThat(row).doesNotContain(key.substring(11)));
    }

    @Test
    void a_revoked_client_may_nothing_with_its_key_and_its_tokens_from_the_next_request_on() throws Exception {
        var crm = desk.clients.add(HERE, "crm", READS, null);
        var sis = signing(READS);
        var token = ((Granted) ask(sis, claims -> claims, "")).token();
        assertThat(desk.clients.caller(token)).isPresent();
        assertThat(desk.clients.revoke(THERE, crm.client().id())).isFalse();

        assertThat(desk.clients.revoke(HERE, crm.client().id())).isTrue();
        assertThat(desk.clients.revoke(HERE, sis.id())).isTrue();

        assertThat(desk.clients.caller(crm.key())).isEmpty();
        assertThat(desk.clients.caller(token)).isEmpty();
        assertThat(ask(sis, claims -> claims, "")).isEqualTo(new InvalidClient());
        assertThat(desk.clients.all(HERE)).hasSize(2).allMatch(client -> client.revoked() != null);
        assertThatThrownBy(() -> desk.clients.add(HERE, "crm", READS, null)).hasMessageContaining("taken");
    }

    @Test
    void a_signed_assertion_becomes_a_token_of_a_quarter_of_an_hour() throws Exception {
        var sis = signing(READS);
        var granted = (Granted) ask(sis, claims -> claims, "archive.read");
        assertThat(granted.scopes()).containsExactly(Scope.ARCHIVE_READ);
        assertThat(desk.clients.caller(granted.token()))
                .contains(new Caller(HERE, sis.id(), "sis", Set.of(Scope.ARCHIVE_READ)));
        assertThat(((Granted) ask(sis, claims -> claims, "")).scopes()).isEqualTo(READS);
        assertThat(ask(sis, claims -> claims, "archive.read archive.write")).isEqualTo(new InvalidScope());
        assertThat(ask(sis, claims -> claims, "everything")).isEqualTo(new InvalidScope());
        desk.pass(Duration.ofMinutes(15));
        assertThat(desk.clients.caller(granted.token())).isEmpty();
    }

    @Test
    void an_assertion_that_is_wrong_in_any_way_is_refused_alike() throws Exception {
        var sis = signing(READS);
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                claims -> claims.issuer("default." + UUID.randomUUID()),
                claims -> claims.subject(THERE + "." + sis.id()),
                claims -> claims.issuer("nonsense").subject("nonsense"),
                claims -> claims.audience("https://elsewhere.example/oauth/token"), claims -> claims.jwtID(null),
                claims -> claims.expirationTime(null),
                claims -> claims.expirationTime(Date.from(desk.now.plusSeconds(600))),
                claims -> claims.expirationTime(Date.from(desk.now.minusSeconds(60))),
                claims -> claims.notBeforeTime(Date.from(desk.now.plusSeconds(120))));
        for (var one : wrong) {
            assertThat(ask(sis, one, "")).isEqualTo(new InvalidClient());
        }
        var stranger = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        var forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims(sis).build());
        forged.sign(new ECDSASigner(stranger));
        assertThat(desk.clients.exchange(forged.serialize(), "")).isEqualTo(new InvalidClient());
        var symmetric = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(),
                claims(sis).build());
        symmetric.sign(new MACSigner(pair.toPublicJWK().toJSONString()));
        assertThat(desk.clients.exchange(symmetric.serialize(), "")).isEqualTo(new InvalidClient());
        assertThat(desk.clients.exchange("e30.e30.", "")).isEqualTo(new InvalidClient());
        assertThat(desk.clients.exchange("x".repeat(100_000), "")).isEqualTo(new InvalidClient());
    }

    @Test
    void of_fifty_uses_of_one_assertion_at_once_one_gets_a_token() throws Exception {
        var sis = signing(READS);
        var signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims(sis).build());
        signed.sign(new ECDSASigner(pair));
        var text = signed.serialize();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long won = 0;
            Callable<TokenAnswer> use = () -> desk.clients.exchange(text, "");
            for (var answer : threads.invokeAll(Collections.nCopies(50, use))) {
                won += answer.get() instanceof Granted ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        desk.pass(Duration.ofMinutes(5));
        new ForgetOldTokens(desk.repeats).run();
        assertThat(desk.clients.exchange(text, "")).isEqualTo(new InvalidClient());
    }

    @Test
    void weak_and_private_keys_are_not_taken() throws Exception {
        assertThatThrownBy(() -> desk.clients.add(HERE, "a", READS, new JWKSet(pair).toString(false)))
                .hasMessageContaining("private");
        var weak = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(1024, true).generate().toPublicJWK();
        assertThatThrownBy(() -> desk.clients.add(HERE, "a", READS, new JWKSet(weak).toString()))
                .hasMessageContaining("2048");
        assertThatThrownBy(() -> desk.clients.add(HERE, "a", READS, "{}")).hasMessageContaining("Key Set");
        assertThatThrownBy(() -> desk.clients.add(HERE, "A b", READS, null)).hasMessageContaining("a-z");
    }

    @Test
    void a_public_key_is_pasted_as_a_set_as_one_key_or_as_pem() throws Exception {
        var der = java.util.Base64.getMimeEncoder().encodeToString(pair.toECPublicKey().getEncoded());
        var pem = "-----BEGIN PUBLIC KEY-----\n" + der + "\n-----END PUBLIC KEY-----\n";
        int n = 0;
        for (var pasted : List.of(pair.toPublicJWK().toJSONString(), pem)) {
            var client = desk.clients.add(HERE, "p" + n++, READS, pasted).client();
            assertThat(ask(client, claims -> claims, "")).as(pasted).isInstanceOf(Granted.class);
        }
        var rsa = new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).generate().toRSAPublicKey().getEncoded();
        assertThat(PublicKeys.parse("-----BEGIN PUBLIC KEY-----\n"
                + java.util.Base64.getMimeEncoder().encodeToString(rsa) + "\n-----END PUBLIC KEY-----").keys())
                .hasSize(1);
        for (var wrong : List.of(pem.replace("PUBLIC", "PRIVATE"), pem.replace("M", "!"), pem.replace(der, "AAAA"), "",
                pair.toJSONString(), "x", "[]")) {
            assertThatThrownBy(() -> desk.clients.add(HERE, "q", READS, wrong)).as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_commands_add_list_and_revoke() throws Exception {
        var printed = new AddClient(desk.clients)
                .run(Map.of("name", List.of("crm"), "scope", List.of("archive.read,revisit.write")), List.of());
        var key = printed.substring(printed.lastIndexOf(' ') + 1);
        assertThat(desk.clients.caller(key).orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.ARCHIVE_READ, Scope.REVISIT_WRITE);
        assertThat(new ListClients(desk.clients).run(Map.of(), List.of())).contains("crm\tdefault.")
                .contains("api_key\tarchive.read,revisit.write").doesNotContain(key);
        assertThat(new RevokeClient(desk.clients).run(Map.of("name", List.of("crm")), List.of())).contains("crm");
        assertThat(desk.clients.caller(key)).isEmpty();
        assertThatThrownBy(() -> new AddClient(desk.clients)
                .run(Map.of("name", List.of("x"), "scope", List.of("all")), List.of()))
                .isInstanceOf(CommandRefused.class).hasMessageContaining("archive.read");
        assertThatThrownBy(() -> new RevokeClient(desk.clients).run(Map.of("name", List.of("x")), List.of()))
                .isInstanceOf(CommandRefused.class);
    }

    private static Client signing(Set<Scope> scopes) {
        return desk.clients.add(HERE, "sis", scopes, new JWKSet(pair.toPublicJWK()).toString()).client();
    }

    private static JWTClaimsSet.Builder claims(Client client) {
        return new JWTClaimsSet.Builder().issuer(client.clientId()).subject(client.clientId())
                .audience("https://huifang.example/oauth/token").jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(desk.now.plusSeconds(240)));
    }

    private static TokenAnswer ask(Client client, UnaryOperator<JWTClaimsSet.Builder> change, String scope)
            throws JOSEException {
        var signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(),
                change.apply(claims(client)).build());
        signed.sign(new ECDSASigner(pair));
        return desk.clients.exchange(signed.serialize(), scope);
    }
}
