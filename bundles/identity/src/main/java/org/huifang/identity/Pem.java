// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key as openssl writes it (RFC 7468). */
final class Pem {
    private static final Pattern PUBLIC = Pattern
            .compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private Pem() {
    }

    /** @throws IllegalArgumentException saying what is wrong */
    static JWK publicKey(String text) {
        if (text.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException("a private key was given: keep it, and give its public part");
        }
        Matcher form = PUBLIC.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("PEM of a public key begins with -----BEGIN PUBLIC KEY-----");
        }
        var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(form.group(1)));
        try {
            return new RSAKey.Builder((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec)).build();
        } catch (GeneralSecurityException noRsa) {
            return curve(spec);
        }
    }

    private static JWK curve(X509EncodedKeySpec spec) {
        try {
            var key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
            return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
        } catch (GeneralSecurityException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException("keys are RSA of 2048 bits or more, or P-256", e);
        }
    }
}
