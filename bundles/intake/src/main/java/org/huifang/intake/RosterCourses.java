// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.platform.PlatformCourses;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * What a roster does not say of its school. Keeps one course from becoming two: what a course platform has under the same
 * id is the same course. And knows where the school's days begin, in which its places begin and end.
 */
@Component(service = RosterCourses.class)
public final class RosterCourses {
    private final LearnerArchive archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable PlatformCourses platforms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Calendars calendars;
    private final Map<TenantId, ZoneId> zones = new ConcurrentHashMap<>();

    @Activate
    public RosterCourses(@Reference LearnerArchive archive) {
        this.archive = archive;
    }

    RosterCourses(LearnerArchive archive, Calendars calendars) {
        this.archive = archive;
        this.calendars = calendars;
    }

    RosterCourses(LearnerArchive archive, PlatformCourses platforms) {
        this.archive = archive;
        this.platforms = platforms;
    }

    /** In the zone of the school's calendar; while there is none, in the one that was known last. */
    ZoneId zone(TenantId tenant) {
        Calendars there = calendars;
        if (there == null) {
            return zones.getOrDefault(tenant, ZoneOffset.UTC);
        }
        ZoneId zone = there.work(tenant).zone();
        zones.put(tenant, zone);
        return zone;
    }

    Map<String, CourseKey> onPlatforms(TenantId tenant, Collection<String> ids) {
        PlatformCourses there = platforms;
        return there == null ? Map.of() : there.known(tenant, ids);
    }

    /** The titles there are, without case. */
    Set<String> titles(TenantId tenant) {
        return archive.courses(tenant).stream().map(Course::title).map(RosterCourses::folded)
                .collect(Collectors.toSet());
    }

    static String folded(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }
}
