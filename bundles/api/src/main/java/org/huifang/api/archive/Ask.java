// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import org.jspecify.annotations.Nullable;

/**
 * Something worth asking a learner next.
 *
 * @param field a {@link Field#key()}
 * @param value what is on file now, or null for nothing
 */
public record Ask(String field, Reason reason, @Nullable FieldValue value) {
    /** Why it is worth asking. */
    public enum Reason {
        /** Nothing is on file. */
        MISSING,
        /** Sources disagree and nobody has verified it since, or it was checked and is wrong. */
        CONFLICT,
        /** It was drawn in a review round and is not checked yet. */
        IN_SAMPLE,
        /** It is older than its policy allows. */
        STALE
    }
}
