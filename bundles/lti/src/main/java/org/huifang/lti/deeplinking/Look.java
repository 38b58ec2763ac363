// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How an item looks in the course.
 *
 * @param title plain text; null for none
 * @param text plain text; null for none
 * @param icon a small picture; null for none
 * @param thumbnail a larger one; null for none
 */
public record Look(@Nullable String title, @Nullable String text, @Nullable Picture icon,
        @Nullable Picture thumbnail) {
    /**
     * A picture.
     *
     * @param url where it is
     * @param width in pixels; null when not known
     * @param height in pixels; null when not known
     */
    public record Picture(URI url, @Nullable Integer width, @Nullable Integer height) {}

    /** No title, no text, no pictures. */
    public static final Look NONE = new Look(null, null, null, null);

    /**
     * Words only.
     *
     * @param title plain text; null for none
     * @param text plain text; null for none
     * @return without pictures
     */
    public static Look of(@Nullable String title, @Nullable String text) {
        return new Look(title, text, null, null);
    }
}
