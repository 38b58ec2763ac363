// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.channel;

import java.time.Instant;

/** What became of a message. */
public sealed interface Receipt {
    /** The provider took it. */
    record Accepted(Instant at, String reference) implements Receipt {}

    /** It will not be taken, however often it is sent. @param why for staff, without personal data */
    record Refused(String why) implements Receipt {}

    /** It may be taken later. @param why for staff, without personal data */
    record Later(String why) implements Receipt {}
}
