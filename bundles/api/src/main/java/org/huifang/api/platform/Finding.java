// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

/**
 * What a check found.
 *
 * @param detail for the admin: what was asked and what came back, without tokens and personal data; a
 *     moment stands there alone, as an instant of ISO 8601; may be empty
 */
public record Finding(Check check, Outcome outcome, String detail) {
    /** How a check ended. */
    public enum Outcome {
        /** It holds. */
        GOOD,
        /** It does not, and that is to be mended. */
        BAD,
        /** It cannot be tried yet, or is not offered; nothing is broken. */
        OPEN
    }
}
