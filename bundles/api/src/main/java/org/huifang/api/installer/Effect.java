// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.installer;

import java.util.List;

/**
 * What removing or updating something would do.
 *
 * @param brings what would go with it, or be away for a moment during an update
 * @param restarted the symbolic names of other bundles that an update would restart as well
 * @param dependants the symbolic names of bundles that would no longer work after a removal
 * @param endsSessions true when everybody who is signed in would have to load the page again
 * @param former true when {@link Installer#revert} has a version to put back
 */
public record Effect(List<Brought> brings, List<String> restarted, List<String> dependants, boolean endsSessions,
        boolean former) {
    public Effect {
        brings = List.copyOf(brings);
        restarted = List.copyOf(restarted);
        dependants = List.copyOf(dependants);
    }
}
