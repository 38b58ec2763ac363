// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.util.Map;

/** A key pair of the tool: RSA, RS256. Safe for many threads. */
public final class ToolKey {
    private static final int BITS = 2048;
    private final RSAKey key;
    private final RSASSASigner signer;

    private ToolKey(RSAKey key) throws JOSEException {
        this.key = key;
        this.signer = new RSASSASigner(key);
    }

    /**
     * Makes a new pair of 2048 bits.
     *
     * @return a key whose id is its own thumbprint (RFC 7638)
     */
    public static ToolKey generate() {
        try {
            return new ToolKey(new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    /**
     * Reads a stored pair.
     *
     * @param privateJwk what {@link #toPrivateJson()} returned
     * @return the key
     * @throws IllegalArgumentException when it is no private RSA key of at least 2048 bits with a kid
     */
    public static ToolKey parse(String privateJwk) {
        try {
            RSAKey key = RSAKey.parse(privateJwk);
            if (!key.isPrivate() || key.getKeyID() == null || key.size() < BITS) {
                throw new IllegalArgumentException("not a private RSA key of at least 2048 bits with a kid");
            }
            return new ToolKey(key);
        } catch (ParseException | JOSEException e) {
            // without the cause: its text may quote the key
            throw new IllegalArgumentException("not a private RSA key");
        }
    }

    /**
     * The whole pair as a JWK. It is a secret: seal it at rest, never log it.
     *
     * @return JSON
     */
    public String toPrivateJson() {
        return key.toJSONString();
    }

    /**
     * The key id.
     *
     * @return the kid that tokens signed with it carry
     */
    public String kid() {
        return key.getKeyID();
    }

    /**
     * Signs claims as a compact RS256 token.
     *
     * @param claims what the token says; values as JSON knows them
     * @return the token
     */
    public String sign(Map<String, Object> claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(kid()).build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a sound RSA key signs", e);
        }
        return token.serialize();
    }

    Map<String, Object> publicJwk() {
        return new RSAKey.Builder(key.toPublicJWK()).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).build()
                .toJSONObject();
    }

    @Override
    public String toString() {
        return "ToolKey[" + kid() + "]";
    }
}
