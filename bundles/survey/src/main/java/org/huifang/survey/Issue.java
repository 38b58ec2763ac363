// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.time.ZoneId;
import org.huifang.api.ticket.Asked;

/** What stands behind the token of a problem that somebody raised. */
sealed interface Issue {
    /** A problem, as its raiser sees it. @param zone of the school; @param course its title, or "" */
    record Here(Asked asked, ZoneId zone, String course) implements Issue {}

    /** Nothing. */
    record Unknown() implements Issue {}

    /** What keeps the problems is being updated or cannot reach its database. */
    record Away() implements Issue {}
}
