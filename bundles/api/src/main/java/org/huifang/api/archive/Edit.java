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
 * @param source {@code staff}, or {@code learner} for what a person says on their own page
 * @param author {@code staff:<account>} or {@code learner:<id>}
 */
public record Edit(UUID key, UUID learner, String field, String value, @Nullable Long seen, Confidence confidence,
        String source, String author, Instant at) {}
