// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.RosterHints;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Hints and counts: welcome, and nothing waits for them. */
@Component(service = Asides.class)
public final class Asides {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable UnmappedEvents counts;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable RosterHints rosters;

    @Activate
    public Asides() {
    }

    Asides(@Nullable UnmappedEvents counts, @Nullable RosterHints rosters) {
        this.counts = counts;
        this.rosters = rosters;
    }

    /** Has the rosters read again that a row says something of which it does not say whole. */
    void hint(Platform platform, List<Reading.Told> told) {
        RosterHints there = rosters;
        Set<String> courses = told.stream()
                .flatMap(one -> one.meaning() instanceof Meaning.RosterChanged changed
                        ? Stream.of(Long.toString(changed.course()))
                        : Stream.of())
                .collect(Collectors.toSet());
        if (there != null && !courses.isEmpty()) {
            there.changed(platform.tenant(), platform.id(), courses, Set.of());
        }
    }

    /** How often what came that brought nothing. */
    void count(Keys keys, List<Reading.Told> told) {
        UnmappedEvents there = counts;
        Map<String, Long> times = new TreeMap<>();
        told.forEach(one -> {
            String passed = one.passed();
            if (passed != null) {
                String event = "moodle:" + one.row().event().replaceFirst("^\\\\", "");
                times.merge(passed.isEmpty() ? event : event + " (" + passed + ")", 1L, Long::sum);
            }
        });
        if (there != null) {
            times.forEach((type, many) -> there.count(keys.platform().tenant(), keys.source(), type, many));
        }
    }
}
