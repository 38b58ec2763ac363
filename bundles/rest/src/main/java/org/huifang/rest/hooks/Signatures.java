// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks 1.0: {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST = 10;
    /** Copied for each use: to look it up costs more than to sign a hook. */
    private static final Mac HMAC = hmac();

    private Signatures() {
    }

    /** Whether one of the signatures was made with one of the keys; takes as long for a wrong one. */
    static boolean fit(List<byte[]> keys, String id, String timestamp, byte[] body, String header) {
        List<byte[]> given = parse(header);
        boolean fit = false;
        for (byte[] key : keys) {
            byte[] expected = sign(key, id, timestamp, body);
            for (byte[] signature : given) {
                fit |= MessageDigest.isEqual(expected, signature);
            }
        }
        return fit;
    }

    static byte[] sign(byte[] key, String id, String timestamp, byte[] body) {
        try {
            Mac mac = (Mac) HMAC.clone();
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> parse(String header) {
        var signatures = new ArrayList<byte[]>();
        for (String part : header.split(" ", MOST + 1)) {
            if (part.startsWith("v1,") && signatures.size() < MOST) {
                try {
                    signatures.add(Base64.getDecoder().decode(part.substring(3)));
                } catch (IllegalArgumentException e) {
                    // not base64, so it fits no key
                    continue;
                }
            }
        }
        return signatures;
    }
}
