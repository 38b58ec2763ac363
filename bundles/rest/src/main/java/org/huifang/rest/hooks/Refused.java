// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import org.huifang.rest.Problem;

/** A hook that is not accepted, with what its sender is told. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public Refused(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public static Refused because(String name, int status, String title, String detail) {
        return new Refused(Problem.of(name, status, title, detail));
    }

    public Problem problem() {
        return problem;
    }
}
