// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * A change of the running framework.
 *
 * @param install jars of new bundles, in the order of their start
 * @param update the jar that each bundle is replaced by
 * @param uninstall bundles to remove
 */
record Plan(List<Path> install, Map<Bundle, Path> update, Set<Bundle> uninstall) {
    Plan {
        install = List.copyOf(install);
        update = Map.copyOf(update);
        uninstall = Set.copyOf(uninstall);
    }

    boolean empty() {
        return install.isEmpty() && update.isEmpty() && uninstall.isEmpty();
    }

    /** The bundles that run now and would be replaced or go. */
    Set<Bundle> touched() {
        return Stream.concat(update.keySet().stream(), uninstall.stream()).collect(Collectors.toSet());
    }

    List<Path> jars() {
        var jars = new ArrayList<>(install);
        jars.addAll(update.values());
        return jars;
    }
}
