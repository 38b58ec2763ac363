// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huifang.lti.json.Json;

/** Reads a platform's key set; keys that cannot sign an id_token soundly are left out. */
final class PublishedKeys {
    private static final int MOST = 64;

    private PublishedKeys() {
    }

    static Map<String, RSASSAVerifier> parse(String jwks) {
        Map<String, RSASSAVerifier> keys = new LinkedHashMap<>();
        Json.parse(jwks).orElse(Json.EMPTY).objects("keys").stream().limit(MOST).forEach(jwk -> add(jwk, keys));
        return Map.copyOf(keys);
    }

    private static void add(Json jwk, Map<String, RSASSAVerifier> keys) {
        String kid = jwk.text("kid");
        String use = jwk.text("use");
        String alg = jwk.text("alg");
        if (kid == null || !"RSA".equals(jwk.text("kty")) || !(use == null || use.equals("sig"))
                || !(alg == null || alg.equals("RS256"))) {
            return;
        }
        try {
            Map<String, Object> bare = Map.of("kty", "RSA", "n", String.valueOf(jwk.text("n")), "e",
                    String.valueOf(jwk.text("e")));
            RSAPublicKey key = RSAKey.parse(bare).toRSAPublicKey();
            if (sound(key)) {
                keys.putIfAbsent(kid, new RSASSAVerifier(key));
            }
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            // one unreadable key does not spoil the others
        }
    }

    /** 2048 to 8192 bits, and an exponent that is odd and small enough to verify quickly. */
    private static boolean sound(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        BigInteger e = key.getPublicExponent();
        return bits >= 2048 && bits <= 8192 && e.testBit(0) && e.bitLength() >= 2 && e.bitLength() <= 33;
    }
}
