// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of a file and where it comes from.
 *
 * @param id of this saying, to be handed back with an edit that is based on it
 * @param field a {@link Field#key()}
 * @param source who said it: {@code learner}, {@code staff}, {@code platform:<uuid>}, {@code hook:<name>},
 * {@code import:<run>}
 * @param author who said it on behalf of the source: {@code staff:<account>}; the source itself where nobody did
 * @param since when it was said first
 * @param recorded when the archive learnt it
 * @param superseded when the same source said otherwise, or null while it holds
 */
public record FieldValue(long id, String field, String value, String source, String author, Confidence confidence,
        Instant since, Instant recorded, @Nullable Instant superseded) {}
