// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * Two files that may be one person's.
 *
 * @param by {@code email} or {@code phone}: what is the same in both
 * @param sameName whether the names agree too
 */
public record Likeness(UUID one, String oneName, UUID other, String otherName, String by, boolean sameName,
        Instant noticed) {}
