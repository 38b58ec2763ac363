// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/** What became of an edit. */
public sealed interface Edited {
    /** It is on the record; a value of a source that ranks higher may still stand above it, see {@link LearnerFile}. */
    record Taken() implements Edited {}

    /**
     * Somebody changed the value since it was read; nothing was recorded.
     *
     * @param now what holds now, or null when there is none any more
     */
    record ChangedMeanwhile(@org.jspecify.annotations.Nullable FieldValue now) implements Edited {}

    /**
     * The value cannot be right; nothing was recorded.
     *
     * @param reason {@code email}, {@code phone}, {@code date}, {@code zone}, {@code locale}, {@code hours}, {@code long},
     * {@code field}
     */
    record Refused(String reason) implements Edited {}

    /** There is no such file in this tenant. */
    record Unknown() implements Edited {}
}
