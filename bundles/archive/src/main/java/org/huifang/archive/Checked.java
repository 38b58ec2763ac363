// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.util.List;
import java.util.Objects;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Field;

/** A delivery that the database can keep, with its facts as they will be stored; made on the caller's thread. */
record Checked(Delivery delivery, List<Stored> facts) {
    /** A fact and its JSON. */
    record Stored(Fact fact, String json) {}

    /** The same for what is about the same person, as far as that can be seen without asking. */
    int lane() {
        return facts.isEmpty() ? 0 : switch (facts.getFirst().fact()) {
            case Fact.FromHuifang own -> own.learner().hashCode();
            case Fact.ByKey told -> told.person().hashCode();
            case Fact.ByFile told -> told.learner().hashCode();
            case Fact.FromPlatform told -> Objects.hashCode(Entry.person(told));
        };
    }

    private static void fields(Fact fact) {
        switch (fact) {
            case Fact.PersonDescribed told -> told.values().keySet().forEach(Checked::field);
            case Fact.ValueSaid told -> field(told.field());
            case Fact.ValueChecked told -> field(told.field());
            default -> {
                // names no field
            }
        }
    }

    private static void field(String key) {
        if (Field.of(key).isEmpty()) {
            throw new IllegalArgumentException("a file has no field named " + key);
        }
    }

    /** @throws IllegalArgumentException when something in it cannot be stored */
    static Checked of(Delivery delivery) {
        Text.storable(delivery.source());
        Text.storable(delivery.key());
        delivery.facts().forEach(Checked::fields);
        return new Checked(delivery,
                delivery.facts().stream().map(fact -> new Stored(fact, FactJson.write(fact))).toList());
    }
}
