// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.time.Duration;

/**
 * The limits of one reading.
 *
 * @param maxPages most pages
 * @param maxMembers most members in all
 * @param maxPageBytes longest page
 * @param pageTimeout for one page; Moodle takes 20 seconds for 10,000 members
 */
public record RosterRules(int maxPages, int maxMembers, int maxPageBytes, Duration pageTimeout) {
    /** 2,000 pages, 250,000 members, 32 MB and 60 seconds a page. */
    public static final RosterRules STANDARD = new RosterRules(2_000, 250_000, 32 << 20, Duration.ofSeconds(60));
}
