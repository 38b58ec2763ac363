// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import org.jspecify.annotations.Nullable;

/**
 * What a school wants to know of its learners.
 *
 * @param field a {@link Field#key()}, or {@link FileQuality#CONTACT}
 * @param maxAgeDays after how many days without being said or checked again a value is out of date; null for never
 * @param place in the order of what changes a decision first, from 1
 * @param type of customer, as a tag says it, for whom this holds instead of what holds for all; "" for all. Whoever wears
 * several tags with a policy for one field is under that of the first tag by name
 */
public record FieldPolicy(String field, Need need, @Nullable Integer maxAgeDays, int place, String type) {
    /** For all. */
    public FieldPolicy(String field, Need need, @Nullable Integer maxAgeDays, int place) {
        this(field, need, maxAgeDays, place, "");
    }

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
