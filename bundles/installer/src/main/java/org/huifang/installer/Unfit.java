// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.util.List;

/** An operation cannot be done; nothing was changed. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    Unfit(String reason) {
        this(reason, List.of());
    }

    Unfit(String reason, List<String> missing) {
        super(reason);
        this.missing = List.copyOf(missing);
    }

    List<String> missing() {
        return missing;
    }
}
