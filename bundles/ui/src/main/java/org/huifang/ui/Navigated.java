// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A view that wants to know what stands behind its path. Called after the view is attached, and again whenever the URL
 * changes while the same view stays (Back, a link to another item): it must show just what the place says.
 */
@ConsumerType
public interface Navigated {
    /** Shows this place. An exception is reported with a reference on the page, the rest keeps working. */
    void show(Place place);
}
