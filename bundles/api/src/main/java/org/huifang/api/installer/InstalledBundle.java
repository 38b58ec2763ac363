// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.installer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that is there.
 *
 * @param name its symbolic name, as {@code org.huifang.ui.course}
 * @param title what people call it
 * @param version as {@code 0.1.0}
 * @param formerVersion the version that {@link Installer#revert} puts back; null when there is none
 * @param state what it is doing
 * @param ours true when it is a part of Huifang or an add-on, false for a library
 * @param brings what it contributes to the product now
 * @param missing what it waits for, in words; empty when it works
 */
public record InstalledBundle(String name, String title, String version, @Nullable String formerVersion, State state,
        boolean ours, List<Brought> brings, List<String> missing) {
    public InstalledBundle {
        brings = List.copyOf(brings);
        missing = List.copyOf(missing);
    }

    /** What a bundle is doing. */
    public enum State {
        /** It runs and has all it needs. */
        WORKING,
        /** It runs, but a part of it waits for something. */
        WAITING,
        /** It is there and does not run. */
        STOPPED
    }
}
