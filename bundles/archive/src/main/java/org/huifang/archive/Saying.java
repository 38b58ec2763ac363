// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.jspecify.annotations.Nullable;

/** That somebody said a value of a file, as it stands in a fact. */
record Saying(UUID learner, String field, String value, String source, String author, Confidence confidence, Instant at,
        Instant recorded) {
    /**
     * What a fact says about who somebody is.
     *
     * @param source who delivered it
     * @param recorded when it came; for what is about to be stored, the database sets it
     */
    static List<Saying> of(Fact fact, @Nullable UUID learner, String source, Instant recorded) {
        if (learner == null) {
            return List.of();
        }
        Instant at = Text.storable(fact.at());
        return switch (fact) {
            case Fact.Launched said -> identity(learner, said.identity(), said.person().source(), at, recorded);
            case Fact.Enrolled said -> identity(learner, said.identity(), said.person().source(), at, recorded);
            case Fact.PersonDescribed said -> said.values().entrySet().stream().map(value -> new Saying(learner,
                    value.getKey(), value.getValue().strip(), source, said.author(), said.confidence(), at,
                    recorded)).toList();
            case Fact.ValueSaid said -> List.of(new Saying(learner, said.field(), said.value().strip(), source,
                    said.author(), said.confidence(), at, recorded));
            default -> List.of();
        };
    }

    private static List<Saying> identity(UUID learner, Identity identity, String source, Instant at,
            Instant recorded) {
        var said = new ArrayList<Saying>();
        add(said, learner, "name", identity.name(), source, at, recorded);
        add(said, learner, "email", identity.email(), source, at, recorded);
        add(said, learner, "phone", identity.phone(), source, at, recorded);
        add(said, learner, "locale", identity.locale(), source, at, recorded);
        add(said, learner, "timeZone", identity.timeZone(), source, at, recorded);
        add(said, learner, "goal", identity.goal(), source, at, recorded);
        return said;
    }

    /** A platform that says nothing takes nothing away. */
    private static void add(List<Saying> said, UUID learner, String field, @Nullable String value, String source,
            Instant at, Instant recorded) {
        if (value != null && !value.isBlank()) {
            said.add(new Saying(learner, field, value.strip(), source, source, Confidence.REPORTED,
                    at, recorded));
        }
    }
}
