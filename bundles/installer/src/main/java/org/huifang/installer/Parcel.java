// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.ID;

/** What somebody handed in to be installed, checked for its form and lying in a folder of its own. */
sealed interface Parcel {
    /** One bundle. */
    record OneBundle(Path jar, Headers headers) implements Parcel {}

    /** A feature and those jars of its bundles that came with it. */
    record OneFeature(Feature feature, Path json, Map<ID, Path> jars) implements Parcel {
        public OneFeature {
            jars = Map.copyOf(jars);
        }
    }
}
