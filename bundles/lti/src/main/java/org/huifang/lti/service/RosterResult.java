// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How a reading ended. */
public sealed interface RosterResult {
    /**
     * Every page was read: whoever was not among the members is not listed by the platform.
     *
     * @param members how many different ones
     * @param pages how many pages
     * @param differences where to read what changes from now on; null when the platform offers no such thing
     */
    record Complete(int members, int pages, @Nullable URI differences) implements RosterResult {}

    /**
     * The reading broke off. Pages already handed over are genuine but not the whole: conclude nothing from who is
     * missing.
     *
     * @param failure why
     * @param members how many were handed over
     * @param pages how many pages were handed over
     */
    record Failed(ServiceFailure failure, int members, int pages) implements RosterResult {}
}
