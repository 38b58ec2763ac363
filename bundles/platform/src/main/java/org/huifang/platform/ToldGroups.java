// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.platform.CourseGroups;
import org.huifang.lti.CourseGroupsClaim;
import org.huifang.lti.Registration;
import org.huifang.lti.service.CourseGroup;
import org.huifang.lti.service.ServiceResult;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups of courses: read with the roster, kept as they were told last. */
@Component(service = {CourseGroups.class, ToldGroups.class})
public final class ToldGroups implements CourseGroups {
    private static final Logger LOG = LoggerFactory.getLogger(ToldGroups.class);
    private static final String GROUPS = """
        select g.id, g.name, g.part_of, count(*) as learners
        from platform.context c
          join platform.course_group g using (registration, context)
          join platform.group_member m on (m.registration, m.context, m.course_group)
            = (g.registration, g.context, g.id)
          join platform.person p on p.registration = m.registration and p.subject = m.subject
        where c.tenant = ? and c.course = ?
        group by g.registration, g.context, g.id order by g.part_of, g.name, g.id""";
    private static final String LEARNERS = """
        select p.learner from platform.context c
          join platform.group_member m using (registration, context)
          join platform.person p on p.registration = m.registration and p.subject = m.subject
        where c.tenant = ? and c.course = ? and m.course_group = ?""";
    private static final String PUT_GROUPS = """
        insert into platform.course_group as g (registration, context, id, tenant, name, part_of)
        select ?, ?, told.id, ?, told.name, told.part_of
        from unnest(?::text[], ?::text[], ?::text[]) told (id, name, part_of)
        on conflict (registration, context, id) do update set name = excluded.name, part_of = excluded.part_of
        where (g.name, g.part_of) <> (excluded.name, excluded.part_of)""";
    private static final String DROP_GROUPS = """
        delete from platform.course_group where registration = ? and context = ? and id <> all (?)""";
    private static final String PUT_MEMBERS = """
        insert into platform.group_member (registration, context, course_group, subject, tenant)
        select ?, ?, told.course_group, told.subject, ? from unnest(?::text[], ?::text[]) told (course_group, subject)
        on conflict do nothing""";
    private static final String DROP_MEMBERS = """
        delete from platform.group_member where registration = ? and context = ?
          and (course_group, subject) not in (select * from unnest(?::text[], ?::text[]))""";

    private final PlatformStore store;
    private final Tool tool;

    @Activate
    public ToldGroups(@Reference PlatformStore store, @Reference Tool tool) {
        this.store = store;
        this.tool = tool;
    }

    @Override
    public List<Group> of(TenantId tenant, UUID course) {
        return store.of(tenant, sql -> sql.list(GROUPS,
                row -> new Group(row.getString("id"), row.getString("name"), row.getString("part_of"),
                        row.getInt("learners")),
                tenant.value(), course));
    }

    @Override
    public Set<UUID> learners(TenantId tenant, UUID course, String group) {
        return store.of(tenant, sql -> new HashSet<>(sql.list(LEARNERS, row -> Sql.id(row, "learner"), tenant.value(),
                course, group)));
    }

    /**
     * Asks what the groups are called, and keeps who is in them. A platform that does not answer changes nothing.
     *
     * @param learners ids of groups by the subjects of those who learn
     */
    void read(Registration registration, CourseContext course, Map<String, Set<String>> learners) {
        if (course.groups() == null) {
            return;
        }
        CourseGroupsClaim door = new CourseGroupsClaim(Set.of(), URI.create(course.groups()),
                course.groupSets() == null ? null : URI.create(course.groupSets()), List.of());
        switch (tool.groups().groups(registration, door, null)) {
            case ServiceResult.Done(List<CourseGroup> groups) ->
                keep(course, named(groups, sets(registration, course, door)), learners);
            case ServiceResult.Failed(var failure) ->
                LOG.warn("Groups of course {}: {}", course.course(), failure.detail());
        }
    }

    /** Names by id; none when the platform does not tell them, for the groups are useful without. */
    private Map<String, String> sets(Registration registration, CourseContext course, CourseGroupsClaim door) {
        return switch (tool.groups().sets(registration, door)) {
            case ServiceResult.Done(List<CourseGroup> sets) -> sets.stream()
                    .collect(Collectors.toMap(CourseGroup::id, CourseGroup::name, (one, same) -> one));
            case ServiceResult.Failed(var failure) -> {
                LOG.warn("Sets of groups of course {}: {}", course.course(), failure.detail());
                yield Map.of();
            }
        };
    }

    private static Map<String, Group> named(List<CourseGroup> groups, Map<String, String> sets) {
        Map<String, Group> named = new LinkedHashMap<>();
        groups.forEach(g -> named.put(g.id(), new Group(g.id(), g.name(), set(g.setId(), sets), 0)));
        return named;
    }

    private static String set(@Nullable String id, Map<String, String> sets) {
        return id == null ? "" : sets.getOrDefault(id, "");
    }

    private void keep(CourseContext course, Map<String, Group> groups, Map<String, Set<String>> learners) {
        List<String> group = new ArrayList<>();
        List<String> subject = new ArrayList<>();
        learners.forEach((learner, told) -> told.stream().filter(groups::containsKey).forEach(id -> {
            group.add(id);
            subject.add(learner);
        }));
        String[] ids = groups.keySet().toArray(String[]::new);
        String[] names = groups.values().stream().map(Group::name).toArray(String[]::new);
        String[] sets = groups.values().stream().map(Group::set).toArray(String[]::new);
        String[] in = group.toArray(String[]::new);
        String[] who = subject.toArray(String[]::new);
        store.of(course.tenant(), sql -> {
            sql.update(DROP_GROUPS, course.registration(), course.context(), ids);
            sql.update(PUT_GROUPS, course.registration(), course.context(), course.tenant().value(), ids, names, sets);
            sql.update(DROP_MEMBERS, course.registration(), course.context(), in, who);
            return sql.update(PUT_MEMBERS, course.registration(), course.context(), course.tenant().value(), in, who);
        });
    }
}
