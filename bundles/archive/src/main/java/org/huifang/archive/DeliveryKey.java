// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.Comparator;
import org.huifang.api.archive.Delivery;

/** What a delivery is known by within its tenant. */
record DeliveryKey(String source, String key) implements Comparable<DeliveryKey> {
    private static final Comparator<DeliveryKey> ORDER = Comparator.comparing(DeliveryKey::source)
            .thenComparing(DeliveryKey::key);

    @Override
    public int compareTo(DeliveryKey other) {
        return ORDER.compare(this, other);
    }

    static DeliveryKey of(Delivery delivery) {
        return new DeliveryKey(delivery.source(), delivery.key());
    }
}
