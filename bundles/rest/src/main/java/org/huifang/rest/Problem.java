// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused, by RFC 9457; never says anything about the inside.
 *
 * @param type stable URI under {@code https://huifang.org/problems/}
 * @param errors what is wrong where, may be empty
 * @param traceId under which the log knows the request, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Place> errors,
        @Nullable String traceId) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String BASE = "https://huifang.org/problems/";

    /**
     * One place in the body.
     *
     * @param pointer RFC 6901
     */
    public record Place(String pointer, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(String name, int status, String title, String detail) {
        return new Problem(BASE + name, title, status, detail, List.of(), null);
    }

    public static Problem of(String name, int status, String title, String detail, List<Place> errors) {
        return new Problem(BASE + name, title, status, detail, errors, null);
    }

    /** For what may be tried again soon. */
    public static Problem unavailable() {
        return of("unavailable", 503, "Not available for the moment", "Try the same request again in a few seconds.");
    }

    /** For what should not happen; the log knows more. */
    public static Problem unexpected() {
        return of("unexpected", 500, "Something unexpected happened", "The log of this installation says more.");
    }

    /** The same with the id of the request. */
    public Problem traced(String id) {
        return new Problem(type, title, status, detail, errors, id);
    }

    @JsonIgnore
    public byte[] json() {
        return Json.bytes(this);
    }
}
