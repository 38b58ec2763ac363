// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressResponse;
import org.jspecify.annotations.Nullable;

/**
 * Why a service of the platform gave nothing.
 *
 * @param kind what to do about it
 * @param status the HTTP status; 0 when there was no answer
 * @param retryAfter how long the platform asks to wait; null when it did not say
 * @param detail for the log and the administrator, without tokens and personal data
 */
public record ServiceFailure(Kind kind, int status, @Nullable Duration retryAfter, String detail) {
    /** What went wrong, by what helps. */
    public enum Kind {
        /** The registration has no token endpoint. */
        NOT_CONFIGURED,
        /** The egress policy forbids the address: an administrator must allow it. */
        ADDRESS_REFUSED,
        /** No answer, or none in time: try later. */
        UNREACHABLE,
        /** The platform gave no token: wrong client, or it cannot read the tool's key set. */
        TOKEN_DENIED,
        /** The token lacks the scope: the platform's administrator must grant it. */
        SCOPE_MISSING,
        /** 401 also with a new token. */
        UNAUTHORIZED,
        /** 403: the service is not allowed for this tool or course. */
        FORBIDDEN,
        /** 404 or 410: the course is gone, or the address is wrong. */
        NOT_FOUND,
        /** 409: something newer is there already, or (Moodle) the last score is less than a second old. */
        CONFLICT,
        /** 429: try again after {@link ServiceFailure#retryAfter()}. */
        TOO_MANY_REQUESTS,
        /** 5xx: try later. */
        PLATFORM_ERROR,
        /** An answer that is not what the service must send. */
        UNEXPECTED_ANSWER,
        /** A next link to another origin: never followed. */
        FOREIGN_LINK,
        /** More pages or members than the rules allow, or pages in a circle. */
        TOO_MUCH,
        /** Not called: what was asked for would harm what the tool did not make. */
        NOT_OURS
    }

    /**
     * Whether trying again later may help without anybody changing anything.
     *
     * @return true for outages, throttling and conflicts, which a later timestamp ends
     */
    public boolean temporary() {
        return kind == Kind.UNREACHABLE || kind == Kind.TOO_MANY_REQUESTS || kind == Kind.PLATFORM_ERROR
                || kind == Kind.CONFLICT;
    }

    static ServiceFailure of(Kind kind, String detail) {
        return new ServiceFailure(kind, 0, null, detail);
    }

    static ServiceFailure of(EgressException e) {
        return of(e.refused() ? Kind.ADDRESS_REFUSED : Kind.UNREACHABLE, String.valueOf(e.getMessage()));
    }

    static ServiceFailure of(EgressResponse answer, Kind otherwise, String detail, Instant now) {
        Kind kind = switch (answer.status()) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 429 -> Kind.TOO_MANY_REQUESTS;
            default -> answer.status() >= 500 ? Kind.PLATFORM_ERROR : otherwise;
        };
        return new ServiceFailure(kind, answer.status(), wait(answer.header("retry-after"), now), detail);
    }

    static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        if (retryAfter.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
