// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import org.jspecify.annotations.Nullable;

/**
 * Which line items to list.
 *
 * @param resourceLinkId only those of this link; null for all
 * @param resourceId only those with this mark of the tool; null for all
 * @param tag only those with this tag; null for all
 * @param limit items a page, 0 to leave it to the platform; all pages are read in any case
 */
public record LineItemQuery(@Nullable String resourceLinkId, @Nullable String resourceId, @Nullable String tag,
        int limit) {
    /** All that the platform shows to the tool. */
    public static final LineItemQuery ALL = new LineItemQuery(null, null, null, 0);
}
