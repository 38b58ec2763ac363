// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

/** What came of a launch. */
public sealed interface LaunchResult {
    /**
     * The launch is genuine and was never used before; its login is used up.
     *
     * @param launch the launch
     */
    record Verified(LtiLaunch launch) implements LaunchResult {}

    /**
     * Make no session; answer with one page that is the same for all reasons.
     *
     * @param reason for the audit log
     * @param detail for the log: what was wrong, without personal data and without values from the token
     */
    record Refused(ReasonCode reason, String detail) implements LaunchResult {}
}
