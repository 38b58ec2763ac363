// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that a person makes to one value of a file.
 *
 * @param key made by the caller; the same edit twice counts once
 * @param field a {@link Field#key()}
 * @param value "" empties the field as far as this source goes
 * @param seen {@link FieldValue#id()} of the value that was on the screen, or null when there was none
 * @param below {@link FieldValue#id()} of what this source said before, where another value stood above it on the screen;
 * null when it said nothing, and {@link #NOT_SEEN} when the screen does not show it
 * @param source {@code staff}, or {@code learner} for what a person says on their own page
 * @param author {@code staff:<account>} or {@code learner:<id>}
 */
public record Edit(UUID key, UUID learner, String field, String value, @Nullable Long seen, @Nullable Long below,
        Confidence confidence, String source, String author, Instant at) {
    /** Whatever this source said before may be replaced. */
    public static final long NOT_SEEN = -1;

    /** On a screen that shows no more than the value that holds. */
    public Edit(UUID key, UUID learner, String field, String value, @Nullable Long seen, Confidence confidence,
            String source, String author, Instant at) {
        this(key, learner, field, value, seen, NOT_SEEN, confidence, source, author, at);
    }
}
