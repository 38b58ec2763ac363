// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a platform posts to a notice handler. Each token is verified as a launch is: signature by the platform's
 * own key set, iss, aud, azp, exp, iat, nonce, deployment, version. A bad one does not spoil the others. Safe for many
 * threads.
 */
public final class NoticeVerifier {
    private static final String NOTICE = Claims.LTI + "notice";
    private static final int LONGEST_BODY = 1 << 20;
    private static final int MOST = 200;
    private static final Duration OLDEST = Duration.ofDays(8);

    private final Registrations registrations;
    private final NoticeInbox inbox;
    private final Jwks jwks;
    private final LaunchRules rules;
    private final InstantSource clock;

    /**
     * A verifier.
     *
     * @param registrations the known platforms
     * @param inbox where verified notices go
     * @param jwks the platforms' keys
     * @param rules caps and skew, for example {@link LaunchRules#STANDARD}
     * @param clock the time
     */
    public NoticeVerifier(Registrations registrations, NoticeInbox inbox, Jwks jwks, LaunchRules rules,
            InstantSource clock) {
        this.registrations = registrations;
        this.inbox = inbox;
        this.jwks = jwks;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Takes one batch, in order.
     *
     * @param body the posted JSON, at most a megabyte and 200 notices
     * @return one result for each notice; a lone refusal when the body is no batch
     */
    public List<NoticeResult> take(String body) {
        if (body.length() > LONGEST_BODY) {
            return List.of(new NoticeResult.Refused(ReasonCode.TOO_LARGE, "the batch is too long"));
        }
        Json batch = Json.parse(body).orElse(Json.EMPTY);
        if (!(batch.members().get("notices") instanceof List<?> all) || all.size() > MOST) {
            return List.of(new NoticeResult.Refused(ReasonCode.MALFORMED, "not a batch of notices"));
        }
        List<NoticeResult> results = new ArrayList<>();
        for (Json one : batch.objects("notices")) {
            results.add(one(one.text("jwt")));
        }
        return results;
    }

    private NoticeResult one(@Nullable String token) {
        Notice notice;
        try {
            notice = verified(token);
        } catch (Refusal refusal) {
            return new NoticeResult.Refused(refusal.reason, refusal.detail());
        }
        try {
            return inbox.take(notice) ? new NoticeResult.Taken(notice) : new NoticeResult.Duplicate(notice);
        } catch (RuntimeException e) {
            return new NoticeResult.Failed(notice, e);
        }
    }

    private Notice verified(@Nullable String token) throws Refusal {
        SignedToken signed = SignedToken.parse(token, rules.maxTokenLength());
        Registration registration = registration(signed.unverified());
        Json claims = signed.verifiedBy(jwks.key(registration.jwksUri(), signed.kid()));
        Instant now = clock.instant();
        LaunchClaims.party(registration, claims);
        LaunchClaims.times(rules, now, OLDEST, claims);
        Refusal.unless(claims.text("nonce") != null, ReasonCode.NONCE, "no nonce");
        Refusal.unless("1.3.0".equals(claims.text(Claims.VERSION)), ReasonCode.VERSION, "not LTI 1.3.0");
        String deployment = Objects.requireNonNullElse(claims.id(Claims.DEPLOYMENT), "");
        Refusal.unless(registration.deploymentIds().contains(deployment), ReasonCode.DEPLOYMENT, "unknown deployment");
        Json notice = claims.object(NOTICE);
        String id = notice.id("id");
        String type = notice.id("type");
        Instant at = time(notice.text("timestamp"));
        if (id == null || type == null || at == null) {
            throw new Refusal(ReasonCode.NOTICE, "a notice needs id, type and timestamp");
        }
        return new Notice(registration.id(), deployment, id, type, at, Claims.context(claims),
                claims.texts(Claims.LTI + "origin_contexts"), Collections.unmodifiableMap(claims.members()));
    }

    /** Which keys to try is taken from the token itself; what it says counts only after they fit. */
    private Registration registration(Json unverified) throws Refusal {
        List<String> audience = unverified.texts("aud");
        String issuer = Objects.requireNonNullElse(unverified.text("iss"), "");
        List<Registration> fitting = registrations.byIssuer(issuer).stream()
                .filter(r -> r.issuer().equals(issuer) && audience.contains(r.clientId())).toList();
        Refusal.unless(fitting.size() == 1, ReasonCode.REGISTRATION_UNKNOWN, "no such issuer and client");
        Refusal.unless(fitting.getFirst().enabled(), ReasonCode.REGISTRATION_DISABLED, "registration is switched off");
        return fitting.getFirst();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
