// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.installer;

import java.util.List;

/** How an operation of the {@link Installer} ended. */
public sealed interface Result {
    /**
     * It took effect.
     *
     * @param name the feature or bundle
     * @param version the version that is there now; the last one after a removal
     * @param bundles the symbolic names of the bundles that were started, changed or removed
     */
    record Done(String name, String version, List<String> bundles) implements Result {
        public Done {
            bundles = List.copyOf(bundles);
        }
    }

    /**
     * It was refused and nothing was changed.
     *
     * @param reason one or two sentences that name what is in the way
     * @param missing the capabilities that are missing, in words, as {@code the package org.example.report, version 2.0
     * or later and before 3.0}; empty when it was refused for another reason
     */
    record Refused(String reason, List<String> missing) implements Result {
        public Refused {
            missing = List.copyOf(missing);
        }
    }
}
