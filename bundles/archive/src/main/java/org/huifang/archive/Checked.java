// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.List;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;

/** A delivery that the database can keep, with its facts as they will be stored; made on the caller's thread. */
record Checked(Delivery delivery, List<Stored> facts) {
    /** A fact and its JSON. */
    record Stored(Fact fact, String json) {}

    /** @throws IllegalArgumentException when something in it cannot be stored */
    static Checked of(Delivery delivery) {
        Text.storable(delivery.source());
        Text.storable(delivery.key());
        return new Checked(delivery,
                delivery.facts().stream().map(fact -> new Stored(fact, FactJson.write(fact))).toList());
    }
}
