// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing of a person is erased.
 *
 * @param released when it ended, or null while it holds
 * @param releasedBy who ended it, or null
 */
public record LegalHold(UUID id, UUID learner, String reason, String author, Instant at, @Nullable Instant released,
        @Nullable String releasedBy) {}
