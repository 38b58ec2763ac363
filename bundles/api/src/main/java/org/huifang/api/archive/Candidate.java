// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.UUID;

/**
 * A file that may be the one that is sought.
 *
 * @param sameName whether the name is the same too, letter case and width aside: families share phones
 */
public record Candidate(UUID learner, By by, boolean sameName) {
    /** What matched, the surest first. */
    public enum By {
        KEY, EMAIL, PHONE
    }
}
