// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public keys of a client. The kind of the key decides the algorithm, never the token. */
record PublicKeys(List<JWK> keys) {
    private static final int SHORTEST_RSA = 2048;
    private static final int MOST_KEYS = 10;
    private static final int LONGEST = 20_000;

    /** @throws IllegalArgumentException saying what is wrong */
    static PublicKeys parse(String jwks) {
        if (jwks.length() > LONGEST) {
            throw new IllegalArgumentException("the key set is too long");
        }
        try {
            List<JWK> keys = read(jwks.strip());
            if (keys.isEmpty() || keys.size() > MOST_KEYS) {
                throw new IllegalArgumentException("a key set has 1 to " + MOST_KEYS + " keys");
            }
            keys.forEach(PublicKeys::check);
            return new PublicKeys(keys);
        } catch (ParseException e) {
            throw new IllegalArgumentException("that is no JSON Web Key Set, and no public key as JWK or PEM", e);
        }
    }

    private static List<JWK> read(String text) throws ParseException {
        if (text.startsWith("-----BEGIN")) {
            return List.of(Pem.publicKey(text));
        }
        return JSONObjectUtils.parse(text).containsKey("kty")
                ? List.of(JWK.parse(text))
                : JWKSet.parse(text).getKeys();
    }

    private static void check(JWK key) {
        if (key.isPrivate()) {
            throw new IllegalArgumentException("a private key was given: keep it, and give its public part");
        }
        boolean strong = key instanceof RSAKey && key.size() >= SHORTEST_RSA
                || key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256);
        if (!strong) {
            throw new IllegalArgumentException("keys are RSA of 2048 bits or more, or P-256");
        }
    }

    /** The keys of a set by their ids; what has none, or may not be used, is left out, and the rest goes on. */
    static Map<String, JWK> published(String jwks) {
        Map<String, JWK> keys = new HashMap<>();
        try {
            List<Object> all = JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(jwks), "keys");
            if (all != null) {
                all.stream().limit(MOST_KEYS).forEach(
                        one -> usable(one).ifPresent(key -> keys.putIfAbsent(key.getKeyID(), key)));
            }
        } catch (ParseException e) {
            return Map.of();
        }
        return Map.copyOf(keys);
    }

    private static Optional<JWK> usable(@Nullable Object one) {
        if (!(one instanceof Map<?, ?> members)) {
            return Optional.empty();
        }
        try {
            Map<String, Object> named = new HashMap<>();
            members.forEach((name, value) -> named.put(String.valueOf(name), value));
            JWK key = JWK.parse(named);
            check(key);
            boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
            return key.getKeyID() == null || !signs ? Optional.empty() : Optional.of(key);
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean verify(SignedJWT token) {
        String id = token.getHeader().getKeyID();
        return keys.stream().filter(key -> id == null || key.getKeyID() == null || id.equals(key.getKeyID()))
                .anyMatch(key -> signed(token, key));
    }

    static boolean signed(SignedJWT token, JWK key) {
        return token.getHeader().getCriticalParams() == null && verify(token, key);
    }

    private static boolean verify(SignedJWT token, JWK key) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        try {
            JWSVerifier verifier;
            if (key instanceof RSAKey rsa && (algorithm.equals(JWSAlgorithm.RS256)
                    || algorithm.equals(JWSAlgorithm.PS256))) {
                verifier = new RSASSAVerifier(rsa);
            } else if (key instanceof ECKey curve && algorithm.equals(JWSAlgorithm.ES256)) {
                verifier = new ECDSAVerifier(curve);
            } else {
                return false;
            }
            return token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }
}
