// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

/** Where verified notices go. Must be safe for many threads. */
@FunctionalInterface
public interface NoticeInbox {
    /**
     * Does what a notice means, once: in one transaction insert its {@code (registrationId, id)} under a unique key and
     * do the rest. Of any number of simultaneous calls for one notice, exactly one returns true. What it throws leaves
     * the notice undone; the platform will send it again.
     *
     * @param notice verified
     * @return false when it was taken before
     */
    boolean take(Notice notice);
}
