// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.LearnerArchive;
import org.jspecify.annotations.Nullable;

/**
 * Learners who joined in the same ISO week, counted in UTC.
 *
 * @param week as {@code 2026-W48}
 */
record Cohort(String week, long learners) {
    private static final int PAGE = 500;

    static List<Cohort> of(LearnerArchive archive, TenantId tenant, UUID course) {
        var joined = new ArrayList<Instant>();
        @Nullable
        String after = null;
        do {
            var page = archive.roster(tenant, course, after, PAGE);
            page.items().forEach(entry -> joined.add(entry.enrolment().enrolled()));
            after = page.next();
        } while (after != null);
        return of(joined);
    }

    static List<Cohort> of(Collection<Instant> joined) {
        var counted = joined.stream().collect(Collectors.groupingBy(Cohort::week, TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream().map(week -> new Cohort(week.getKey(), week.getValue())).toList();
    }

    private static String week(Instant instant) {
        var day = instant.atZone(ZoneOffset.UTC);
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
