// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Duration;

/**
 * The limits a launch must keep.
 *
 * @param maxTokenLength longest id_token in characters, refused before anything is parsed
 * @param clockSkew how far the platform's clock may be off, both ways
 * @param maxAge how old iat may be
 */
public record LaunchRules(int maxTokenLength, Duration clockSkew, Duration maxAge) {
    /** 64 k characters, one minute of skew, ten minutes of age. */
    public static final LaunchRules STANDARD = new LaunchRules(65_536, Duration.ofSeconds(60), Duration.ofMinutes(10));
}
