// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import org.jspecify.annotations.Nullable;

/**
 * The column of grades that a link is to have from the beginning.
 *
 * @param label its name; null for the link's title
 * @param scoreMaximum above zero
 * @param resourceId the tool's own mark; null for none
 * @param tag another mark; null for none
 * @param gradesReleased whether learners see the grades; null to say nothing
 */
public record LineItemOffer(@Nullable String label, double scoreMaximum, @Nullable String resourceId,
        @Nullable String tag, @Nullable Boolean gradesReleased) {}
