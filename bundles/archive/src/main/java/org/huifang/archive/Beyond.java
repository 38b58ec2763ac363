// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.List;
import java.util.UUID;

/**
 * Where a page by name ended: the name as it was then, for whoever is named otherwise meanwhile would take the next page
 * along. Names do not belong in URLs and logs: what goes out is sealed by whoever sends it.
 */
record Beyond(UUID id, String name) {
    private static final int ID = 36;

    static String text(UUID id, String name) {
        return id + name;
    }

    /** @throws IllegalArgumentException for what is no such place */
    static Beyond parse(String text) {
        if (text.length() < ID) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return new Beyond(UUID.fromString(text.substring(0, ID)), text.substring(ID));
    }

    /** For {@code (name, id) > (?, ?)}. */
    List<Object> parameters() {
        return List.of(name, id);
    }
}
