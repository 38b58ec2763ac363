// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** The checks on the claims of one correctly signed token. */
record LaunchClaims(Registration registration, LoginState login, ToolSite site, LaunchRules rules, Instant now) {
    private record Missing(ReasonCode reason, String claim) {}

    LtiLaunch check(Json claims) throws Refusal {
        Refusal.unless(claims.members().keySet().stream().anyMatch(name -> name.startsWith(Claims.LTI)),
                ReasonCode.NOT_LTI, "no LTI claim at all");
        party(registration, claims);
        times(rules, now, rules.maxAge(), claims);
        String nonce = claims.text("nonce");
        Refusal.unless(nonce != null && Secrets.same(nonce, login.nonce()), ReasonCode.NONCE,
                nonce == null ? "no nonce" : "the nonce of another login");
        present(claims);
        Refusal.unless("1.3.0".equals(claims.text(Claims.VERSION)), ReasonCode.VERSION, "not LTI 1.3.0");
        MessageType type = MessageType.of(String.valueOf(claims.text(Claims.MESSAGE_TYPE)))
                .orElseThrow(() -> new Refusal(ReasonCode.UNSUPPORTED_MESSAGE, "message type is not served"));
        Refusal.unless(rules.serves().contains(type), ReasonCode.UNSUPPORTED_MESSAGE, "message type is not served");
        LtiLaunch launch = launch(claims, type, deployment(claims), target(claims));
        MessageChecks.of(launch, registration);
        return launch;
    }

    static void party(Registration registration, Json claims) throws Refusal {
        Refusal.unless(registration.issuer().equals(claims.text("iss")), ReasonCode.ISSUER, "not the issuer");
        List<String> audience = claims.texts("aud");
        Refusal.unless(audience.contains(registration.clientId()), ReasonCode.AUDIENCE, "not meant for this client");
        boolean azp = claims.members().containsKey("azp");
        Refusal.unless(azp || audience.size() == 1, ReasonCode.AZP, "several audiences and no azp");
        Refusal.unless(!azp || registration.clientId().equals(claims.text("azp")), ReasonCode.AZP,
                "azp is another party");
    }

    static void times(LaunchRules rules, Instant now, Duration maxAge, Json claims) throws Refusal {
        Instant expires = claims.instant("exp");
        Instant issued = claims.instant("iat");
        if (expires == null || issued == null) {
            throw new Refusal(ReasonCode.CLAIM_MISSING, expires == null ? "no exp" : "no iat");
        }
        Refusal.unless(now.minus(rules.clockSkew()).isBefore(expires), ReasonCode.EXPIRED, "token has expired");
        Refusal.unless(!issued.isAfter(now.plus(rules.clockSkew())), ReasonCode.IAT, "issued in the future");
        Refusal.unless(!issued.isBefore(now.minus(rules.clockSkew()).minus(maxAge)), ReasonCode.IAT,
                "issued too long ago");
        Instant notBefore = claims.instant("nbf");
        Refusal.unless(notBefore == null || !notBefore.isAfter(now.plus(rules.clockSkew())), ReasonCode.IAT,
                "not valid yet");
    }

    /** One required claim missing is named by its own code, several by {@link ReasonCode#CLAIM_MISSING}. */
    private void present(Json claims) throws Refusal {
        MessageType type = MessageType.of(String.valueOf(claims.text(Claims.MESSAGE_TYPE)))
                .orElse(MessageType.RESOURCE_LINK);
        List<Missing> missing = new ArrayList<>();
        note(missing, claims.text(Claims.VERSION), ReasonCode.VERSION_MISSING, "version");
        note(missing, claims.text(Claims.MESSAGE_TYPE), ReasonCode.MESSAGE_TYPE, "message_type");
        note(missing, claims.id(Claims.DEPLOYMENT), ReasonCode.DEPLOYMENT, "deployment_id");
        note(missing, claims.text(Claims.TARGET_LINK_URI), ReasonCode.CLAIM_MISSING, "target_link_uri");
        if (type.needsRoles()) {
            note(missing, claims.members().get(Claims.ROLES) instanceof List<?> l ? l : null, ReasonCode.ROLES,
                    "roles");
        }
        if (type.needsResourceLink()) {
            note(missing, Claims.resourceLink(claims), ReasonCode.RESOURCE_LINK, "resource_link.id");
        }
        if (!registration.anonymousAllowed() || claims.members().containsKey("sub")) {
            note(missing, claims.id("sub"), ReasonCode.SUB, "sub");
        }
        if (!missing.isEmpty()) {
            throw new Refusal(missing.size() == 1 ? missing.getFirst().reason() : ReasonCode.CLAIM_MISSING,
                    "missing: " + String.join(", ", missing.stream().map(Missing::claim).toList()));
        }
    }

    private static void note(List<Missing> missing, @Nullable Object value, ReasonCode reason, String claim) {
        if (value == null) {
            missing.add(new Missing(reason, claim));
        }
    }

    private String deployment(Json claims) throws Refusal {
        String deployment = Objects.requireNonNullElse(claims.id(Claims.DEPLOYMENT), "");
        Refusal.unless(registration.deploymentIds().isEmpty() || registration.deploymentIds().contains(deployment),
                ReasonCode.DEPLOYMENT, "unknown deployment");
        Refusal.unless(login.deploymentId() == null || login.deploymentId().equals(deployment), ReasonCode.DEPLOYMENT,
                "not the deployment of the login");
        return deployment;
    }

    private URI target(Json claims) throws Refusal {
        String target = Objects.requireNonNullElse(claims.text(Claims.TARGET_LINK_URI), "");
        Refusal.unless(site.contains(target), ReasonCode.TARGET_LINK_URI, "target_link_uri leads outside the tool");
        return URI.create(target);
    }

    private LtiLaunch launch(Json claims, MessageType type, String deployment, URI target) {
        return new LtiLaunch(registration.id(), type, registration.issuer(), registration.clientId(), deployment,
                Claims.user(claims), Roles.of(claims.texts(Claims.ROLES)), Claims.context(claims),
                Claims.resourceLink(claims), target, claims.object(Claims.LTI + "custom").asTexts(),
                Claims.presentation(claims), Claims.namesAndRoles(claims), Claims.assignmentAndGrades(claims),
                login.messageHint(), Objects.requireNonNullElse(claims.instant("iat"), now),
                Collections.unmodifiableMap(claims.members()));
    }
}
