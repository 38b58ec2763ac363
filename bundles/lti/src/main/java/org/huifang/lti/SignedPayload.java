// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.util.Optional;

/**
 * What a compact RS256 token says that is no id_token: a message that a platform signs with keys it publishes. The same
 * header rules hold as for launches, and the payload is read only after its signature was found right. Nothing is said
 * about who it is from or for, and when: that is for the caller to check.
 */
public final class SignedPayload {
    private SignedPayload() {
    }

    /**
     * Reads a token.
     *
     * @param token as it came
     * @param maxLength most characters of a token that is looked at
     * @param keys the cache of published keys
     * @param jwksUri where the signer publishes its keys
     * @return the payload, text of a JSON object; empty when the token is no such token or no key of the signer fits
     */
    public static Optional<String> read(String token, int maxLength, Jwks keys, URI jwksUri) {
        try {
            SignedToken signed = SignedToken.parse(token, maxLength);
            signed.verifiedBy(keys.key(jwksUri, signed.kid()));
            return Optional.of(new Base64URL(token.substring(signed.payloadAt(), signed.signatureAt() - 1))
                    .decodeToString());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }
}
