// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.util.Comparator;
import java.util.UUID;
import org.huifang.api.TenantId;

/** One person in one course. Rows are locked in this order. */
record PlaceKey(TenantId tenant, UUID course, UUID learner) implements Comparable<PlaceKey> {
    private static final Comparator<PlaceKey> ORDER = Comparator.comparing(PlaceKey::course)
            .thenComparing(PlaceKey::learner);

    @Override
    public int compareTo(PlaceKey other) {
        return ORDER.compare(this, other);
    }
}
