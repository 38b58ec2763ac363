// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import org.jspecify.annotations.Nullable;

/**
 * Where an item opens. Only what the platform offers is sent.
 *
 * @param frame inside the page; null to say nothing
 * @param window in a window of its own; null to say nothing
 */
public record Showing(@Nullable Frame frame, @Nullable Window window) {
    /**
     * A frame.
     *
     * @param width in pixels; null to leave it open
     * @param height in pixels; null to leave it open
     */
    public record Frame(@Nullable Integer width, @Nullable Integer height) {}

    /**
     * A window.
     *
     * @param targetName the same name opens in the same window; null for any
     * @param width in pixels; null to leave it open
     * @param height in pixels; null to leave it open
     * @param features as for {@code window.open}; null for none
     */
    public record Window(@Nullable String targetName, @Nullable Integer width, @Nullable Integer height,
            @Nullable String features) {}

    /** As the platform likes. */
    public static final Showing ANYHOW = new Showing(null, null);
}
