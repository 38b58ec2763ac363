// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.time.Instant;
import java.util.UUID;

/**
 * What happened to a version.
 *
 * @param by the account; {@link #HUIFANG} for what was brought with the product
 * @param note why, or ""
 */
public record ScriptEvent(int version, What what, UUID by, Instant at, String note) {
    /** Stands for the product itself. */
    public static final UUID HUIFANG = new UUID(0, 0);

    /** Views have a word for each. */
    public enum What {
        BEGUN, ASKED, RETURNED, APPROVED, RETIRED, RESUMED
    }
}
