// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Instant;
import org.huifang.api.care.Greeted.Reason;
import org.jspecify.annotations.Nullable;

/** What a look at one greeting came to. */
sealed interface Fate {
    /** A channel took it. */
    record Sent(String channel) implements Fate {}

    /** Not now. @param trying the channel that it stays with, or null */
    record Waits(Reason reason, @Nullable String trying, Instant next) implements Fate {}

    /** Never. */
    record Dropped(Reason reason) implements Fate {}

    /** Somebody else works on it now. */
    record Taken() implements Fate {}
}
