// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** Makes tokens by hand, so that a header can say what no library would sign. */
final class Token {
    private Token() {
    }

    static String of(Map<String, Object> header, Map<String, Object> claims, RSAKey key) {
        return signed(part(JSONObjectUtils.toJSONString(header)) + "." + part(JSONObjectUtils.toJSONString(claims)),
                key);
    }

    static String signed(String input, RSAKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toPrivateKey());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + part(signature.sign());
        } catch (GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
