// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads what a token endpoint says, JSON by any content type: Moodle labels it text/html. */
final class TokenAnswer {
    private static final long SHORT_LIFE = 300;
    private static final long LONGEST_LIFE = 86_400;

    private TokenAnswer() {
    }

    static TokenResult read(EgressResponse answer, Set<String> asked, Instant now) {
        Optional<Json> json = Json.parse(answer.text());
        if (answer.status() != 200) {
            return new TokenResult.Failed(denied(answer, json.orElse(Json.EMPTY), now));
        }
        String value = json.orElse(Json.EMPTY).text("access_token");
        String type = json.orElse(Json.EMPTY).text("token_type");
        if (value == null || !value.matches("[\\x21-\\x7e]+") || !(type == null || type.equalsIgnoreCase("bearer"))) {
            return new TokenResult.Failed(new ServiceFailure(ServiceFailure.Kind.UNEXPECTED_ANSWER, 200, null,
                    "the token endpoint sent no bearer token"));
        }
        String scope = json.orElse(Json.EMPTY).text("scope");
        Set<String> granted = scope == null ? asked : Set.of(scope.trim().split("\\s+"));
        if (!granted.containsAll(asked)) {
            return new TokenResult.Failed(new ServiceFailure(ServiceFailure.Kind.SCOPE_MISSING, 200, null,
                    "the platform granted fewer scopes than asked for: " + scope));
        }
        return new TokenResult.Granted(
                new AccessToken(value, Set.copyOf(granted), now.plusSeconds(life(json.orElse(Json.EMPTY)))));
    }

    private static long life(Json json) {
        Long seconds = json.number("expires_in");
        String text = json.text("expires_in");
        if (seconds == null && text != null && text.matches("[0-9]{1,9}")) {
            seconds = Long.valueOf(text);
        }
        return Math.clamp(Objects.requireNonNullElse(seconds, SHORT_LIFE), 0, LONGEST_LIFE);
    }

    private static ServiceFailure denied(EgressResponse answer, Json json, Instant now) {
        String error = code(json.text("error"));
        String hint = error == null && answer.status() == 404
                ? "; Moodle answers so when it cannot read this tool's key set, or when the address is wrong"
                : "";
        String detail = "the token endpoint answered " + answer.status() + (error == null ? "" : " " + error) + hint;
        ServiceFailure failure = ServiceFailure.of(answer, ServiceFailure.Kind.TOKEN_DENIED, detail, now);
        boolean passing = failure.temporary();
        return passing
                ? failure
                : new ServiceFailure("invalid_scope".equals(error)
                        ? ServiceFailure.Kind.SCOPE_MISSING
                        : ServiceFailure.Kind.TOKEN_DENIED, answer.status(), failure.retryAfter(), detail);
    }

    private static @Nullable String code(@Nullable String error) {
        return error != null && error.matches("[A-Za-z_]{1,60}") ? error : null;
    }
}
