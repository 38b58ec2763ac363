// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Receipt;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.RosterSync;
import org.huifang.lti.Registration;
import org.huifang.lti.service.Member;
import org.huifang.lti.service.RosterQuery;
import org.huifang.lti.service.RosterResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads a course's roster and records what is new in it. The delivery's key is made of its content and the number of
 * exchanges completed: one that broke off is repeated without doubling anything, and somebody who left and came back is
 * recorded again.
 */
@Component(service = RosterExchange.class)
public final class RosterExchange {
    private static final int FACTS_AT_ONCE = 200;
    private final CourseContexts courses;
    private final Members members;
    private final Registered registered;
    private final Tool tool;
    private final ArchiveDoor archive;
    private final ToldGroups groups;
    private final Marks marks;
    private final InstantSource clock;

    @Activate
    public RosterExchange(@Reference CourseContexts courses, @Reference Members members,
            @Reference Registered registered, @Reference Tool tool, @Reference ArchiveDoor archive,
            @Reference ToldGroups groups, @Reference Marks marks, @Reference InstantSource clock) {
        this.courses = courses;
        this.members = members;
        this.registered = registered;
        this.tool = tool;
        this.archive = archive;
        this.groups = groups;
        this.marks = marks;
        this.clock = clock;
    }

    Optional<CourseContext> of(TenantId tenant, UUID course) {
        return courses.withRoster(tenant, course);
    }

    RosterSync sync(CourseContext course) {
        Optional<Platform> platform = registered.find(course.registration()).filter(Platform::enabled);
        if (platform.isEmpty() || course.memberships() == null) {
            return new RosterSync.Failed("The platform's registration is switched off: enable it first.");
        }
        Map<String, Listed> listed = new TreeMap<>();
        Map<String, Set<String>> grouped = new TreeMap<>();
        Registration registration = registered.registration(platform.get());
        RosterResult result = tool.rosters().read(registration, URI.create(course.memberships()),
                course.groups() == null ? RosterQuery.ALL : RosterQuery.ALL.withGroups(),
                page -> page.members().stream().filter(m -> m.status() == Member.Status.ACTIVE).forEach(m -> {
                    Listed member = Listed.of(m);
                    listed.put(m.userId(), member);
                    if (member.role() == CourseRole.LEARNER) {
                        grouped.put(m.userId(), m.groups());
                    }
                }));
        return switch (result) {
            case RosterResult.Failed failed -> new RosterSync.Failed(Failures.sentence(failed.failure()));
            case RosterResult.Complete complete -> {
                RosterSync done = record(course, listed);
                if (done instanceof RosterSync.Done) {
                    groups.read(registration, course, grouped);
                }
                yield done;
            }
        };
    }

    private RosterSync record(CourseContext course, Map<String, Listed> listed) {
        Map<String, byte[]> known = members.of(course);
        if (listed.isEmpty() && !known.isEmpty()) {
            return new RosterSync.Failed("The platform listed nobody, where there were " + known.size()
                    + " members before: nothing was changed.");
        }
        Instant now = clock.instant();
        Map<String, byte[]> changed = new HashMap<>();
        List<String> left = known.keySet().stream().filter(s -> !listed.containsKey(s)).sorted().toList();
        List<Fact> facts = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        listed.forEach((subject, member) -> {
            byte[] hash = Secret.hash(member.toString());
            if (!MessageDigest.isEqual(hash, known.get(subject))) {
                changed.put(subject, hash);
                facts.add(new Fact.Enrolled(course.key(), course.person(subject), member.identity(), member.role(),
                        now));
                content.append(subject).append(Base64.getEncoder().encodeToString(hash)).append('\n');
            }
        });
        left.forEach(subject -> {
            facts.add(new Fact.Left(course.key(), course.person(subject), now));
            content.append('-').append(subject).append('\n');
        });
        deliver(course, facts, content.toString());
        if (!facts.isEmpty()) {
            members.keep(course, changed, left);
        }
        int joined = (int) changed.keySet().stream().filter(s -> !known.containsKey(s)).count();
        return new RosterSync.Done(listed.size(), joined, left.size());
    }

    private void deliver(CourseContext course, List<Fact> facts, String content) {
        String key = "roster:" + course.sync() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(
                Secret.hash(course.context() + '\n' + content));
        for (int from = 0; from < facts.size(); from += FACTS_AT_ONCE) {
            Receipt receipt = archive.record(new Delivery(course.tenant(),
                    CourseContext.source(course.registration()), key + ":" + from,
                    facts.subList(from, Math.min(from + FACTS_AT_ONCE, facts.size()))));
            if (receipt instanceof Receipt.Recorded recorded) {
                Map<String, UUID> people = new TreeMap<>();
                recorded.people().forEach((person, learner) -> people.put(person.subject(), learner));
                marks.met(course.tenant(), course.registration(), people);
            }
        }
    }
}
