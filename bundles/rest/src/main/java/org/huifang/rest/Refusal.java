// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import java.util.List;
import java.util.Map;

/** A request is refused, and this is what is answered; nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public Refusal(Problem problem) {
        this(problem, Map.of());
    }

    public Refusal(Problem problem, Map<String, String> headers) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public static Refusal parameter(String name, String wrong) {
        return new Refusal(Problem.of("parameter", 400, "A parameter is wrong", name + " " + wrong));
    }

    /** What the body says does not do. @param pointer RFC 6901 */
    public static Refusal body(String pointer, String wrong) {
        return new Refusal(Problem.of("body", 422, "The body cannot be taken", "See errors for what is wrong where.",
                List.of(new Problem.Place(pointer, wrong))));
    }

    public static Refusal conflict(String detail) {
        return new Refusal(Problem.of("conflict", 409, "Not in this state", detail));
    }
}
