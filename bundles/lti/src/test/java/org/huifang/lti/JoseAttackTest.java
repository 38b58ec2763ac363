// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack A4: every known way to make a verifier believe a token that the platform did not sign. */
class JoseAttackTest extends LaunchFixture {
    private static final RSAKey PLATFORM = TestPlatform.KEYS.getFirst();
    private static final RSAKey ATTACKER = TestPlatform.KEYS.get(2);
    private LoginResult.Redirect begun;
    private Map<String, Object> claims;

    @BeforeEach
    void begin_a_login() {
        begun = begin();
        claims = claims(begun);
    }

    @AfterEach
    void the_true_token_still_opens_afterwards() {
        assertThat(logins.consumed).isEmpty();
        verified(post(begun, claims));
    }

    private String headed(RSAKey key, Object... more) {
        Map<String, Object> header = new HashMap<>(TestPlatform.header("k-1"));
        for (int i = 0; i < more.length; i += 2) {
            header.put(more[i].toString(), more[i + 1]);
        }
        return Token.of(header, claims, key);
    }

    private String withSignature(Map<String, Object> header, String signature) {
        return Token.part(JSONObjectUtils.toJSONString(header)) + "."
                + Token.part(JSONObjectUtils.toJSONString(claims)) + "." + signature;
    }

    private static byte[] hmac(String input, byte[] secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    }

    @Tag("A4")
    @Test
    void case_01_alg_none() {
        refused(post(begun, withSignature(Map.of("alg", "none", "kid", "k-1"), "")), "alg");
    }

    @Tag("A4")
    @Test
    void case_02_alg_none_in_mixed_case_with_a_signature() {
        refused(post(begun, withSignature(Map.of("alg", "nOnE", "kid", "k-1"), "AAAA")), "alg");
    }

    @Tag("A4")
    @Test
    void case_03_hs256_with_the_public_key_as_secret() throws Exception {
        String input = Token.part("{\"alg\":\"HS256\",\"kid\":\"k-1\"}") + "."
                + Token.part(JSONObjectUtils.toJSONString(claims));
        for (byte[] secret : List.of(PLATFORM.toPublicKey().getEncoded(),
                PLATFORM.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))) {
            refused(post(begun, input + "." + Token.part(hmac(input, secret))), "alg");
        }
    }

    @Tag("A4")
    @Test
    void case_04_another_rsa_algorithm() {
        for (String alg : List.of("RS384", "RS512", "PS256", "rs256", "ES256", "EdDSA")) {
            refused(post(begun, headed(PLATFORM, "alg", alg)), "alg");
        }
    }

    @Tag("A4")
    @Test
    void case_05_no_alg_at_all() {
        refused(post(begun, Token.of(Map.of("kid", "k-1"), claims, PLATFORM)), "alg");
    }

    @Tag("A4")
    @Test
    void case_06_an_embedded_jwk() {
        refused(post(begun, headed(ATTACKER, "jwk", ATTACKER.toPublicJWK().toJSONObject())), "header");
    }

    @Tag("A4")
    @Test
    void case_07_jku() {
        refused(post(begun, headed(ATTACKER, "jku", platform.origin() + "/evil")), "header");
        assertThat(platform.requests).noneMatch(r -> r.contains("evil"));
    }

    @Tag("A4")
    @Test
    void case_08_x5u_and_x5c() {
        refused(post(begun, headed(ATTACKER, "x5u", platform.origin() + "/evil")), "header");
        refused(post(begun, headed(ATTACKER, "x5c", List.of("MIIB"))), "header");
        assertThat(platform.requests).noneMatch(r -> r.contains("evil"));
    }

    @Tag("A4")
    @Test
    void case_09_crit() {
        refused(post(begun, headed(PLATFORM, "crit", List.of("exp"), "exp", 1)), "header");
    }

    @Tag("A4")
    @Test
    void case_10_b64_false() {
        refused(post(begun, headed(PLATFORM, "b64", false, "crit", List.of("b64"))), "header");
        refused(post(begun, headed(PLATFORM, "b64", false)), "header");
    }

    @Tag("A4")
    @Test
    void case_11_zip_and_password_counts() {
        refused(post(begun, headed(PLATFORM, "zip", "DEF")), "header");
        refused(post(begun, headed(PLATFORM, "p2c", 2_000_000_000)), "header");
    }

    @Tag("A4")
    @Test
    void case_12_an_encrypted_token() throws Exception {
        JWEObject jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM).keyID("k-1").build(),
                new Payload(sign(claims)));
        jwe.encrypt(new RSAEncrypter(PLATFORM.toRSAPublicKey()));
        refused(post(begun, jwe.serialize()), "alg");
    }

    @Tag("A4")
    @Test
    void case_13_signed_by_another_key_or_changed_afterwards() {
        refused(post(begun, headed(ATTACKER)), "signature");
        String good = sign(claims);
        String[] parts = good.split("\\.");
        Map<String, Object> other = new HashMap<>(claims);
        other.put("sub", "1");
        refused(post(begun, parts[0] + "." + Token.part(JSONObjectUtils.toJSONString(other)) + "." + parts[2]),
                "signature");
        refused(post(begun, parts[0] + "." + parts[1] + "."), "signature");
        refused(post(begun, parts[0] + "." + parts[1] + ".AAAA"), "signature");
    }

    @Tag("A4")
    @Test
    void case_14_kid_as_a_path_a_query_or_not_a_text() {
        for (Object kid : List.of("../../k-1", "k-1' or '1'='1", "http://evil.example/jwks", "k-1\0")) {
            LaunchResult result = post(begun, headed(ATTACKER, "kid", kid));
            assertThat(result).isInstanceOf(LaunchResult.Refused.class);
        }
        refused(post(begun, headed(PLATFORM, "kid", 5)), "kid_missing");
        refused(post(begun, headed(PLATFORM, "kid", List.of("k-1"))), "kid_missing");
    }

    @Tag("A4")
    @Test
    void case_15_a_header_that_says_things_twice_or_a_token_of_another_kind() {
        String input = Token.part("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"k-1\"}") + "."
                + Token.part(JSONObjectUtils.toJSONString(claims));
        refused(post(begun, Token.signed(input, PLATFORM)), "malformed");
        refused(post(begun, headed(PLATFORM, "typ", "at+jwt")), "header");
        refused(post(begun, sign(claims).replace('.', '~')), "malformed");
        refused(post(begun, " " + sign(claims)), "malformed");
        refused(post(begun, sign(claims) + "="), "signature");
        refused(post(begun, "{\"payload\":\"e30\",\"signatures\":[]}"), "malformed");
        refused(post(begun, ""), "malformed");
    }

    @Tag("A4")
    @Test
    void no_bent_byte_of_a_header_gets_a_token_through_or_breaks_the_verifier() {
        Random random = new Random(5);
        String header = JSONObjectUtils.toJSONString(TestPlatform.header("k-1"));
        String payload = Token.part(JSONObjectUtils.toJSONString(claims));
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String token = Token.part(bytes) + "." + payload + ".c2lnbmF0dXJl";
            assertThat(post(begun, token)).isInstanceOf(LaunchResult.Refused.class);
        }
    }
}
