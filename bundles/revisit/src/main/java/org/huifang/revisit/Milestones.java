// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When how much of a course was reached first. Only steps that are ahead of all earlier ones are kept, at most 101 of
 * them.
 *
 * @param reached times by per cent; both rise
 */
record Milestones(Map<Integer, Instant> reached) {
    static final Milestones NONE = new Milestones(Map.of());

    Milestones {
        reached = Map.copyOf(reached);
    }

    Milestones with(int percent, Instant at) {
        if (percent <= 0 || first(percent).filter(earlier -> !earlier.isAfter(at)).isPresent()) {
            return this;
        }
        var now = new TreeMap<>(reached);
        now.headMap(percent, true).values().removeIf(time -> !time.isBefore(at));
        now.put(percent, at);
        return new Milestones(now);
    }

    /** Without those that were reached until then. */
    Milestones after(Instant end) {
        return reached.values().stream().allMatch(at -> at.isAfter(end))
                ? this
                : new Milestones(reached.entrySet().stream().filter(e -> e.getValue().isAfter(end))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** When so much, or more, was reached first. */
    Optional<Instant> first(int percent) {
        return reached.entrySet().stream().filter(e -> e.getKey() >= percent).map(Map.Entry::getValue)
                .min(Instant::compareTo);
    }

    int most() {
        return reached.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    static Milestones parse(String text) {
        return text.isEmpty()
                ? NONE
                : new Milestones(Stream.of(text.split(" ")).map(part -> part.split("@", 2))
                        .collect(Collectors.toMap(part -> Integer.valueOf(part[0]), part -> Instant.parse(part[1]))));
    }

    @Override
    public String toString() {
        return new TreeMap<>(reached).entrySet().stream().map(e -> e.getKey() + "@" + e.getValue())
                .collect(Collectors.joining(" "));
    }
}
