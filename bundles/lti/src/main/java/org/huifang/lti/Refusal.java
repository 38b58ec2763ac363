// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

/** Ends a check inside this package; turned into a sealed result at its border. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    final ReasonCode reason;

    Refusal(ReasonCode reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    static void unless(boolean good, ReasonCode reason, String detail) throws Refusal {
        if (!good) {
            throw new Refusal(reason, detail);
        }
    }
}
