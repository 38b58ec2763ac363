// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import org.huifang.api.archive.Delivery;

/** What a delivery is known by within its tenant. */
record DeliveryKey(String source, String key) {
    static DeliveryKey of(Delivery delivery) {
        return new DeliveryKey(delivery.source(), delivery.key());
    }
}
