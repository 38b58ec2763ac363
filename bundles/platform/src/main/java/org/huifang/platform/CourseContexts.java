// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.huifang.api.TenantId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The courses that were launched from, with the addresses of their rosters. */
@Component(service = CourseContexts.class)
public final class CourseContexts {
    private static final int MOST_REMEMBERED = 10_000;
    private final PlatformStore store;
    /** What this node has written already, so that most launches write nothing here. */
    private final ConcurrentMap<String, CourseContext> written = new ConcurrentHashMap<>();

    @Activate
    public CourseContexts(@Reference PlatformStore store) {
        this.store = store;
    }

    /** The course as this node has seen it last. */
    Optional<CourseContext> known(UUID registration, String context) {
        return Optional.ofNullable(written.get(key(registration, context)));
    }

    void keep(CourseContext told) {
        if (told.equals(written.get(key(told.registration(), told.context())))) {
            return;
        }
        store.of(told.tenant(), sql -> sql.update("""
                insert into platform.context as c
                (registration, context, tenant, course, title, memberships, groups, group_sets, sync, wanted, asked)
                values (?, ?, ?, ?, ?, ?, ?, ?, 0, false, null)
                on conflict (registration, context) do update set course = excluded.course,
                  title = coalesce(excluded.title, c.title),
                  memberships = coalesce(excluded.memberships, c.memberships),
                  groups = coalesce(excluded.groups, c.groups),
                  group_sets = coalesce(excluded.group_sets, c.group_sets)""", told.registration(),
                told.context(), told.tenant().value(), told.course(), told.title(), told.memberships(), told.groups(),
                told.groupSets()));
        if (written.size() >= MOST_REMEMBERED) {
            written.clear();
        }
        written.put(key(told.registration(), told.context()), told);
    }

    /** Has the next roster exchange take this course. */
    void want(CourseContext course) {
        store.of(course.tenant(), sql -> sql.update(
                "update platform.context set wanted = true where registration = ? and context = ? and not wanted",
                course.registration(), course.context()));
    }

    Optional<CourseContext> withRoster(TenantId tenant, UUID course) {
        return store.of(tenant,
                sql -> sql.one(
                        "select * from platform.context where tenant = ? and course = ? and memberships is not null",
                        CourseContexts::read,
                        tenant.value(), course));
    }

    /** A course whose roster was asked for, or not read since; marks it as read now. */
    Optional<CourseContext> takeDue(Instant notSince, Instant now) {
        return store.ofAll(sql -> sql.one("""
                update platform.context set wanted = false, asked = ?
                where (registration, context) = (
                  select registration, context from platform.context
                  where memberships is not null and (wanted or asked is null or asked < ?)
                  order by wanted desc, asked nulls first limit 1 for update skip locked)
                returning *""", CourseContexts::read, now, notSince));
    }

    private static CourseContext read(ResultSet r) throws SQLException {
        return new CourseContext(new TenantId(r.getString("tenant")), r.getObject("registration", UUID.class),
                Objects.requireNonNull(r.getString("context")), r.getObject("course", UUID.class),
                r.getString("title"), r.getString("memberships"), r.getString("groups"),
                r.getString("group_sets"), r.getLong("sync"));
    }

    private static String key(UUID registration, String context) {
        return registration + "/" + context;
    }
}
