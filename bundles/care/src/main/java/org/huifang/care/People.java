// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.calendar.Calendars;
import org.huifang.api.care.Greeting;
import org.huifang.api.care.Greetings;
import org.huifang.api.care.Occasion;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Order;
import org.huifang.api.segment.Segments;
import org.huifang.api.segment.Why;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For whom a greeting is meant, and what time it is where they are. */
@Component(service = People.class)
public final class People {
    static final int PAGE = 500;

    private final InstantSource clock;
    private final Reachability reachability;
    private final Segments segments;
    private final Calendars calendars;

    @Activate
    public People(@Reference InstantSource clock, @Reference Reachability reachability, @Reference Segments segments,
            @Reference Calendars calendars) {
        this.clock = clock;
        this.reachability = reachability;
        this.segments = segments;
        this.calendars = calendars;
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How these can be reached for care. */
    Collection<Reach> reach(TenantId tenant, Collection<UUID> learners) {
        return learners.isEmpty()
                ? List.of()
                : reachability.of(tenant, learners, Set.of(Greetings.PURPOSE), now()).values();
    }

    /** The files of these by the ids asked for. */
    Map<UUID, Reach> byId(TenantId tenant, Collection<UUID> learners) {
        return learners.isEmpty() ? Map.of() : reachability.of(tenant, learners, Set.of(Greetings.PURPOSE), now());
    }

    /** Where a person is, or else the school. */
    ZoneId zone(TenantId tenant, Reach person) {
        ZoneId own = person.zone();
        return own == null ? calendars.work(tenant).zone() : own;
    }

    /** A page of those who have a birthday or a festival on a day; whether they are enrolled is not looked at of the born. */
    Page<Reach> on(Kept kept, LocalDate day, @Nullable String after) {
        Greeting greeting = kept.greeting();
        if (greeting.occasion() instanceof Occasion.Birthday) {
            List<UUID> born = reachability.born(kept.tenant(), MonthDay.from(day),
                    after == null ? null : UUID.fromString(after), PAGE);
            List<Reach> people = reach(kept.tenant(), born).stream()
                    .filter(person -> Kept.birthday(person.birthDate(), day) && kept.meant(person)).toList();
            return new Page<>(people, born.size() < PAGE ? null : born.getLast().toString());
        }
        return enrolled(kept, condition(greeting, 0, 100), after);
    }

    /** A page of those who have not reached a milestone yet. */
    Page<Reach> before(Kept kept, @Nullable String after) {
        Greeting greeting = kept.greeting();
        Condition there = greeting.occasion() instanceof Occasion.Milestone(int progress)
                ? condition(greeting, 0, progress - 1)
                : new Condition.All(List.of(condition(greeting, 0, 100),
                        new Condition.Not(new Condition.InCourse(greeting.course(), CourseRole.LEARNER,
                                org.huifang.api.archive.Stage.FINISHED, 0, 100))));
        return enrolled(kept, there, after);
    }

    private Page<Reach> enrolled(Kept kept, Condition condition, @Nullable String after) {
        Page<Listed> page = segments.find(kept.tenant(), condition, "", Order.NEWEST, after, PAGE);
        return new Page<>(List.copyOf(reach(kept.tenant(), page.items().stream().map(Listed::id).toList())),
                page.next());
    }

    /** Whether somebody belongs to the course now, or to any where the greeting names none. */
    boolean enrolled(Kept kept, UUID person) {
        return segments.explain(kept.tenant(), condition(kept.greeting(), 0, 100), person).filter(Why::holds)
                .isPresent();
    }

    private static Condition condition(Greeting greeting, int least, int most) {
        var parts = new ArrayList<Condition>();
        parts.add(new Condition.InCourse(greeting.course(), CourseRole.LEARNER, null, least, most));
        String tag = greeting.tag();
        if (tag != null) {
            parts.add(new Condition.Wears(tag));
        }
        return new Condition.All(parts);
    }
}
