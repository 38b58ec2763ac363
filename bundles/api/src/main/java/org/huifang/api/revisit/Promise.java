// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.Instant;

/**
 * What an agent promised a learner.
 *
 * @param what 1 to 500 characters
 * @param by until when
 */
public record Promise(String what, Instant by) {
    public Promise {
        if (what.isBlank() || what.length() > 500) {
            throw new IllegalArgumentException("a promise has 1 to 500 characters");
        }
        if (by.isBefore(Instant.EPOCH) || !by.isBefore(Obligation.UNKNOWN)) {
            throw new IllegalArgumentException("a promise is kept in the years 1970 to 9998");
        }
    }
}
