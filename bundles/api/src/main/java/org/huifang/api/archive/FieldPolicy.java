// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import org.jspecify.annotations.Nullable;

/**
 * What a school wants to know of its learners.
 *
 * @param field a {@link Field#key()}, or {@link FileQuality#CONTACT}
 * @param maxAgeDays after how many days without being said or checked again a value is out of date; null for never
 * @param place in the order of what changes a decision first, from 1
 */
public record FieldPolicy(String field, Need need, @Nullable Integer maxAgeDays, int place) {
    /** How much a field is wanted. */
    public enum Need {
        /** A file without it is incomplete. */
        REQUIRED,
        /** Asked for when there is an occasion. */
        USEFUL,
        /** Kept where somebody says it, never asked for. */
        NOT_NEEDED
    }
}
