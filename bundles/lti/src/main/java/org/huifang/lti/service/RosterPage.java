// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.util.List;
import org.huifang.lti.Context;
import org.jspecify.annotations.Nullable;

/**
 * One page of a course's members.
 *
 * @param number from 1
 * @param context the course as the platform names it; null when not sent
 * @param members those not seen on an earlier page of the same reading; may be empty
 */
public record RosterPage(int number, @Nullable Context context, List<Member> members) {
    /** Copies the members, so that the value cannot change. */
    public RosterPage {
        members = List.copyOf(members);
    }
}
