// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that a learner asks for.
 *
 * @param field an {@link org.huifang.api.archive.Field#key()}
 * @param accepted what was decided, or null while nobody did
 * @param reason of the decision, or ""
 * @param decidedBy {@code staff:<account>}, or null
 * @param decided when, or null
 */
public record ChangeRequest(UUID id, UUID learner, String field, String value, String author, Instant at,
        @Nullable Boolean accepted, String reason, @Nullable String decidedBy, @Nullable Instant decided) {}
