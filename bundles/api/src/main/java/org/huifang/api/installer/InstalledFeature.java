// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.installer;

import java.util.List;

/**
 * A feature: bundles and their default configuration that come and go together.
 *
 * @param name as {@code huifang}
 * @param version as {@code 0.1.0}
 * @param description one sentence; may be empty
 * @param ground true when the product stands on it, so that it cannot be removed at run time
 * @param bundles its bundles in the order of their start
 */
public record InstalledFeature(String name, String version, String description, boolean ground,
        List<InstalledBundle> bundles) {
    public InstalledFeature {
        bundles = List.copyOf(bundles);
    }
}
