// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Receipt;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.Platform;
import org.huifang.lti.Context;
import org.huifang.lti.CourseGroupsClaim;
import org.huifang.lti.LtiLaunch;
import org.huifang.lti.LtiUser;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a verified launch brings about: the archive knows of it, and the browser gets a launch of its own. */
@Component(service = Arrivals.class)
public final class Arrivals {
    private final ArchiveDoor archive;
    private final StoredLaunches launches;
    private final CourseContexts courses;
    private final Marks marks;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Introductions introductions = new Introductions();

    @Activate
    public Arrivals(@Reference ArchiveDoor archive, @Reference StoredLaunches launches,
            @Reference CourseContexts courses, @Reference Marks marks, @Reference Jobs jobs,
            @Reference InstantSource clock) {
        this.archive = archive;
        this.launches = launches;
        this.courses = courses;
        this.marks = marks;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Who arrived where. */
    record Arrived(StoredLaunches.Ticket ticket, Platform platform, @Nullable UUID learner, @Nullable UUID course,
            boolean teaches, boolean learns, @Nullable Placement place, @Nullable String locale) {}

    /** Empty when this very launch was recorded before. */
    Optional<Arrived> admit(LtiLaunch launch, Platform platform) {
        Context context = launch.context();
        String subject = launch.user().subject();
        // a platform's preview of "what a learner sees" is shown the page and counts nowhere
        if (context == null || subject == null || launch.roles().testUser()) {
            UUID course = context == null
                    ? null
                    : courses.known(platform.id(), context.id()).map(CourseContext::course).orElse(null);
            return Optional.of(open(launch, platform, null, course));
        }
        CourseKey courseKey = new CourseKey(CourseContext.source(platform.id()), context.id());
        PersonKey person = new PersonKey(CourseContext.source(platform.id()), subject);
        Instant now = clock.instant();
        Identity news = introductions.news(platform.tenant(), person, identity(launch), now);
        return switch (archive.record(new Delivery(platform.tenant(), courseKey.source(),
                "launch:" + Objects.requireNonNull(launch.claims().get("nonce")),
                facts(launch, platform, courseKey, person, news, now)))) {
            case Receipt.Duplicate duplicate -> Optional.empty();
            case Receipt.Recorded recorded -> {
                UUID course = Objects.requireNonNull(recorded.courses().get(courseKey));
                UUID learner = Objects.requireNonNull(recorded.people().get(person));
                introductions.told(platform.tenant(), person, news, now);
                remember(launch, platform, context, course);
                marks.met(platform, subject, learner);
                marks.placed(launch, platform, course);
                yield Optional.of(open(launch, platform, learner, course));
            }
        };
    }

    private Arrived open(LtiLaunch launch, Platform platform, @Nullable UUID learner, @Nullable UUID course) {
        LtiUser user = launch.user();
        String name = Powers.name(user.name(), user.givenName(), user.familyName());
        return new Arrived(
                launches.open(platform, learner, Objects.requireNonNullElse(name, ""), course,
                        Powers.roles(launch.roles()), launch.locale()),
                platform, learner, course, Powers.teaches(launch.roles()),
                learner != null && Powers.roles(launch.roles()).contains(Role.LEARNER),
                Placement.of(launch.custom()).orElse(null), launch.locale());
    }

    private static Identity identity(LtiLaunch launch) {
        LtiUser user = launch.user();
        return new Identity(Powers.name(user.name(), user.givenName(), user.familyName()), user.email(), null,
                launch.locale(), zone(launch.custom().get("person_timezone")), null);
    }

    private List<Fact> facts(LtiLaunch launch, Platform platform, CourseKey course, PersonKey person, Identity identity,
            Instant now) {
        List<Fact> facts = new ArrayList<>();
        String title = title(Objects.requireNonNull(launch.context()));
        boolean told = courses.known(platform.id(), course.context()).map(CourseContext::title)
                .filter(t -> t.equals(title)).isPresent();
        if (!told) {
            facts.add(new Fact.CourseDescribed(course, title, date(launch.custom(), "course_start"),
                    date(launch.custom(), "course_end"), now));
        }
        facts.add(new Fact.Launched(course, person, identity, Powers.courseRole(launch.roles()), now));
        return facts;
    }

    private void remember(LtiLaunch launch, Platform platform, Context context, UUID course) {
        String memberships = launch.namesAndRoles() == null
                ? courses.known(platform.id(), context.id()).map(CourseContext::memberships).orElse(null)
                : launch.namesAndRoles().contextMembershipsUrl().toString();
        CourseGroupsClaim groups = launch.courseGroups();
        Optional<CourseContext> known = courses.known(platform.id(), context.id());
        CourseContext told = new CourseContext(platform.tenant(), platform.id(), context.id(), course, title(context),
                memberships,
                groups == null
                        ? known.map(CourseContext::groups).orElse(null)
                        : groups.contextGroupsUrl().toString(),
                groups == null
                        ? known.map(CourseContext::groupSets).orElse(null)
                        : Objects.toString(groups.contextGroupSetsUrl(), null),
                0);
        courses.keep(told);
        if (memberships != null && Powers.teaches(launch.roles())) {
            courses.want(told);
            jobs.wake(SyncRosters.NAME);
        }
    }

    private static @Nullable String title(Context context) {
        return context.title() != null ? context.title() : context.label();
    }

    /** Where the school set a custom parameter to the platform's variable; an unset variable arrives as it is written. */
    private static @Nullable LocalDate date(Map<String, String> custom, String name) {
        String value = custom.getOrDefault(name, "");
        try {
            return value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String zone(@Nullable String value) {
        try {
            return value == null || value.matches("[0-9]*") ? null : ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
