// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks an LtiDeepLinkingResponse and places what it holds. */
@Component(service = PickedItems.class)
public final class PickedItems {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private final Campus campus;
    private final Activities activities;
    private final ServiceTokens tokens;
    private final Quirks quirks;
    private final InstantSource clock;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();

    @Activate
    public PickedItems(@Reference Campus campus, @Reference Activities activities, @Reference ServiceTokens tokens,
            @Reference Quirks quirks, @Reference InstantSource clock) {
        this.campus = campus;
        this.activities = activities;
        this.tokens = tokens;
        this.quirks = quirks;
        this.clock = clock;
    }

    /** Empty when it was placed; otherwise what was wrong, and nothing is placed. */
    String take(Client client, Activities.Picking picking, String token) throws IOException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWK key = tokens.keys(client.jwks()).getKeyByKeyId(jwt.getHeader().getKeyID());
            if (key == null || !JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
                return "signature";
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            String problem = problem(client, picking, claims);
            if (problem.isEmpty() && claims.getClaim(DL + "content_items") instanceof List<?> items) {
                for (Object item : items) {
                    place(client, (Map<?, ?>) item);
                }
            }
            return problem;
        } catch (ParseException | JOSEException | ClassCastException e) {
            return "not readable";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private String problem(Client client, Activities.Picking picking, JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        if (!client.id().equals(claims.getIssuer()) || !claims.getAudience().contains(campus.issuer())) {
            return "iss or aud";
        }
        if (claims.getExpirationTime() == null || !claims.getExpirationTime().toInstant().isAfter(now)
                || claims.getIssueTime() == null || claims.getIssueTime().toInstant().isAfter(now.plusSeconds(60))) {
            return "iat or exp";
        }
        if (!"LtiDeepLinkingResponse".equals(claims.getClaim(LTI + "message_type"))
                || !"1.3.0".equals(claims.getClaim(LTI + "version"))
                || !client.deployment().equals(claims.getClaim(LTI + "deployment_id"))) {
            return "message_type, version or deployment_id";
        }
        String expected = quirks.has(Quirk.NO_DATA) ? null : picking.data();
        if (!Objects.equals(expected, claims.getClaim(DL + "data"))) {
            return "data";
        }
        String nonce = claims.getStringClaim("nonce");
        if (nonce == null || !nonces.add(nonce)) {
            return "nonce";
        }
        return claims.getClaim(DL + "content_items") instanceof List<?> ? "" : "content_items";
    }

    private void place(Client client, Map<?, ?> item) {
        if (!"ltiResourceLink".equals(item.get("type"))) {
            return;
        }
        Map<String, String> custom = new LinkedHashMap<>();
        if (item.get("custom") instanceof Map<?, ?> said) {
            said.forEach((name, value) -> custom.put(String.valueOf(name), String.valueOf(value)));
        }
        String title = text(item.get("title"), client.name());
        Optional<Activities.Column> column = item.get("lineItem") instanceof Map<?, ?> line
                ? Optional.of(new Activities.Column(text(line.get("label"), title),
                        line.get("scoreMaximum") instanceof Number n ? n.doubleValue() : 100,
                        text(line.get("resourceId"), ""), text(line.get("tag"), "")))
                : Optional.empty();
        activities.place(client.id(), title, text(item.get("url"), ""), custom, column);
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value instanceof String text ? text : otherwise;
    }
}
