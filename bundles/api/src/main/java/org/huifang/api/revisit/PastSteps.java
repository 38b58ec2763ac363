// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/**
 * What becomes of steps that are added and whose time is over for a learner already. They never fall due all at once by
 * themselves.
 *
 * @param days over how many days they are spread, with {@link How#SPREAD}
 */
public record PastSteps(How how, int days) {
    /** They are exempt, with the reason; what a plan does unless somebody says otherwise. */
    public static final PastSteps SKIP = new PastSteps(How.SKIP, 0);

    /** The choices. */
    public enum How {
        SKIP, TODAY, SPREAD
    }

    public PastSteps {
        if (how == How.SPREAD && (days < 1 || days > 366)) {
            throw new IllegalArgumentException("what is past is spread over 1 to 366 days");
        }
    }
}
