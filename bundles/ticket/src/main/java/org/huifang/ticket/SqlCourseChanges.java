// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.CourseChanges;
import org.huifang.api.ticket.Recurrence;
import org.huifang.api.ticket.Telling;
import org.huifang.api.ticket.ThreadEntry;
import org.huifang.persistence.Announcer;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outer loop in the database. */
@Component
public final class SqlCourseChanges implements CourseChanges {
    private static final int LONGEST = 5_000;

    private final TicketStore store;
    private final Working working;
    private final Announcer announcer;
    private final Jobs jobs;

    @Activate
    public SqlCourseChanges(@Reference TicketStore store, @Reference Working working, @Reference Announcer announcer,
            @Reference Jobs jobs) {
        this.store = store;
        this.working = working;
        this.announcer = announcer;
        this.jobs = jobs;
    }

    @Override
    public List<CourseChange> all(TenantId tenant, @Nullable Area area, @Nullable UUID course) {
        String name = area == null ? null : area.name();
        return store.of(tenant, sql -> sql.list("""
            select * from ticket.change where tenant = ? and (?::text is null or area = ?)
                and (?::uuid is null or course = ?)
            order by released is not null, released desc, planned nulls last, title, id""", SqlCourseChanges::read,
                tenant.value(), name, name, course, course));
    }

    @Override
    public Optional<CourseChange> find(TenantId tenant, UUID id) {
        return store.of(tenant, sql -> find(sql, id));
    }

    @Override
    public boolean save(TenantId tenant, CourseChange c, @Nullable CourseChange seen) {
        boolean saved = store.of(tenant, sql -> {
            CourseChange now = locked(sql, tenant, c.id()).orElse(null);
            return now == null ? seen == null && add(sql, tenant, c) : now.same(seen) && replace(sql, tenant, c);
        });
        if (saved) {
            changed(tenant);
        }
        return saved;
    }

    private static Optional<CourseChange> locked(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.list("select * from ticket.change where tenant = ? and id = ? for update", SqlCourseChanges::read,
                tenant.value(), id).stream().findFirst();
    }

    /** Nothing when somebody else adds it in the same moment. */
    private static boolean add(Sql sql, TenantId tenant, CourseChange c) throws SQLException {
        return sql.update("""
            insert into ticket.change (tenant, id, title, course, area, code, what, owner, planned, told)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""", tenant.value(), c.id(),
                Text.of(c.title(), 200), c.course(), c.area().name(), c.code(), Text.of(c.what(), LONGEST), c.owner(),
                c.planned(), Text.of(c.told(), LONGEST)) == 1;
    }

    private static boolean replace(Sql sql, TenantId tenant, CourseChange c) throws SQLException {
        return sql.update("""
            update ticket.change set title = ?, course = ?, area = ?, code = ?, what = ?, owner = ?, planned = ?
            where tenant = ? and id = ?""", Text.of(c.title(), 200), c.course(), c.area().name(), c.code(),
                Text.of(c.what(), LONGEST), c.owner(), c.planned(), tenant.value(), c.id()) == 1;
    }

    @Override
    public String draft(CourseChange change, String language) {
        return Letters.of(language).draft(change);
    }

    @Override
    public int release(TenantId tenant, UUID id, String text, UUID by) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("raisers are told something");
        }
        Instant now = working.now();
        String said = Text.of(text, LONGEST);
        int told = store.of(tenant, sql -> {
            sql.update("update ticket.change set told = ?, released = coalesce(released, ?) where id = ?", said, now,
                    id);
            List<Case> linked = Cases.list(sql, "where t.change = ? and not exists (select from ticket.message m"
                    + " where m.change = ? and m.ticket = t.id) order by t.id for update of t", id, id);
            for (Case one : linked) {
                Post.add(sql, one, Post.Kind.CHANGE, said, now, id);
                Line.add(sql, tenant, one.id(), List.of(new Line(ThreadEntry.Kind.CHANGE_TOLD, said, "",
                        "staff:" + by, now)));
            }
            return linked.size();
        });
        jobs.wake(SendMessages.NAME);
        changed(tenant);
        return told;
    }

    @Override
    public long untold(TenantId tenant, UUID id) {
        return store.of(tenant, sql -> sql.list("select count(distinct t.learner) from ticket.ticket t"
                + " where t.change = ? and not exists (select from ticket.message m where m.change = ?"
                + " and m.ticket = t.id)", row -> row.getLong(1), id, id).getFirst());
    }

    @Override
    public List<Telling> tellings(TenantId tenant, UUID id) {
        return store.of(tenant, sql -> sql.list("select * from ticket.message where change = ? order by at, id",
                row -> new Telling(Sql.id(row, "ticket"), Sql.id(row, "learner"), row.getString("said"),
                        Sql.instant(row, "at"), Sql.time(row, "sent"), row.getString("channel"),
                        row.getString("why")),
                id));
    }

    @Override
    public Recurrence recurrence(TenantId tenant, UUID id) {
        Instant now = working.now();
        return store.of(tenant, sql -> {
            Optional<CourseChange> change = find(sql, id);
            return change.isEmpty() ? Recurring.none(0) : Recurring.of(sql, tenant, change.get(), now);
        });
    }

    private void changed(TenantId tenant) {
        announcer.tell(tenant, SqlTickets.TOPIC);
    }

    private static Optional<CourseChange> find(Sql sql, UUID id) throws SQLException {
        return sql.list("select * from ticket.change where id = ?", SqlCourseChanges::read, id).stream().findFirst();
    }

    private static CourseChange read(ResultSet row) throws SQLException {
        return new CourseChange(Sql.id(row, "id"), row.getString("title"), row.getObject("course", UUID.class),
                Area.valueOf(row.getString("area")), row.getString("code"), row.getString("what"),
                Sql.id(row, "owner"), row.getObject("planned", LocalDate.class), Sql.time(row, "released"),
                row.getString("told"));
    }
}
