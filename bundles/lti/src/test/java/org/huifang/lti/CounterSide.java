// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** The platform's eyes: JOSE and JSON by another library, so that both ends cannot be wrong in the same way. */
public final class CounterSide {
    private CounterSide() {
    }

    /** Reads a token that the tool signed, as a platform with the tool's published keys does. */
    public static Map<String, Object> read(String publishedKeys, String token, String audience, SettableClock clock) {
        try {
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(publishedKeys).getJsonWebKeys()))
                    .setExpectedAudience(audience).setRequireExpirationTime().setRequireIssuedAt()
                    .setEvaluationTime(org.jose4j.jwt.NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .build().processToClaims(token).getClaimsMap();
        } catch (JoseException | org.jose4j.jwt.consumer.InvalidJwtException e) {
            throw new AssertionError("the platform refuses the token", e);
        }
    }

    public static Map<String, Object> json(String text) {
        try {
            return JsonUtil.parseJson(text);
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** A token of the platform. */
    public static String mint(Map<String, Object> claims) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(JsonUtil.toJson(claims));
            signature.setKey(TestPlatform.KEYS.getFirst().toPrivateKey());
            signature.setKeyIdHeaderValue("k-1");
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            return signature.getCompactSerialization();
        } catch (JoseException | com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
