// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import org.huifang.api.ticket.Area;

/**
 * What a learner said, classified.
 *
 * @param code a sub-code of the area that the school has, or ""
 * @param said in their words; at most 2,000 characters
 * @param problem whether it is to be solved: it becomes a ticket
 */
public record Feedback(Area area, String code, String said, boolean problem) {
    public Feedback {
        if (said.length() > 2_000 || code.length() > 60) {
            throw new IllegalArgumentException("feedback has at most 2,000 characters and a code at most 60");
        }
    }
}
