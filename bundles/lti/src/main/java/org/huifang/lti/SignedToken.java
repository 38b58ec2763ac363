// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** A compact RS256 token taken apart; the payload is parsed only after its signature was found right. */
record SignedToken(JWSHeader header, String kid, String token, int payloadAt, int signatureAt) {
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
    /** What lets a token choose its own key, hide its meaning or cost time: never honoured, so never accepted. */
    private static final List<String> FORBIDDEN = List.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c",
            "p2c", "p2s", "epk");

    static SignedToken parse(@Nullable String token, int maxLength) throws Refusal {
        if (token == null || token.isEmpty()) {
            throw new Refusal(ReasonCode.MALFORMED, "no id_token");
        }
        Refusal.unless(token.length() <= maxLength, ReasonCode.TOO_LARGE, "id_token over the cap");
        String[] parts = token.split("\\.", -1);
        Refusal.unless(parts.length != 5, ReasonCode.ALG, "encrypted token");
        Refusal.unless(parts.length == 3, ReasonCode.MALFORMED, "not a compact signed token");
        Refusal.unless(BASE64URL.matcher(parts[0]).matches() && BASE64URL.matcher(parts[1]).matches(),
                ReasonCode.MALFORMED, "not base64url");
        Json header = Json.parse(new Base64URL(parts[0]).decodeToString())
                .orElseThrow(() -> new Refusal(ReasonCode.MALFORMED, "header is no JSON object"));
        Refusal.unless("RS256".equals(header.text("alg")), ReasonCode.ALG, "alg is not RS256");
        for (String name : FORBIDDEN) {
            Refusal.unless(!header.members().containsKey(name), ReasonCode.HEADER, "header carries " + name);
        }
        String typ = header.text("typ");
        Refusal.unless(typ == null || typ.equalsIgnoreCase("JWT"), ReasonCode.HEADER, "typ is not JWT");
        String kid = header.text("kid");
        if (kid == null) {
            throw new Refusal(ReasonCode.KID_MISSING, "header without kid");
        }
        Refusal.unless(BASE64URL.matcher(parts[2]).matches(), ReasonCode.SIGNATURE, "no signature");
        try {
            return new SignedToken(JWSHeader.parse(header.members(), new Base64URL(parts[0])), kid, token,
                    parts[0].length() + 1, parts[0].length() + parts[1].length() + 2);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Refusal(ReasonCode.MALFORMED, "unreadable header");
        }
    }

    /** What the token claims of itself: good for finding a registration, and for nothing else. */
    Json unverified() {
        return payload().orElse(Json.EMPTY);
    }

    private Optional<Json> payload() {
        return Json.parse(new Base64URL(token.substring(payloadAt, signatureAt - 1)).decodeToString());
    }

    Json verifiedBy(RSASSAVerifier key) throws Refusal {
        byte[] signed = token.substring(0, signatureAt - 1).getBytes(StandardCharsets.US_ASCII);
        try {
            Refusal.unless(key.verify(header, signed, new Base64URL(token.substring(signatureAt))),
                    ReasonCode.SIGNATURE, "wrong signature");
        } catch (JOSEException e) {
            throw new Refusal(ReasonCode.SIGNATURE, "signature cannot be checked");
        }
        return payload().orElseThrow(() -> new Refusal(ReasonCode.MALFORMED, "payload is no JSON object"));
    }
}
