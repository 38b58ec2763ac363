// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.revisit.Planned;
import org.huifang.persistence.Sql;
import org.huifang.revisit.planner.Contact;
import org.huifang.revisit.planner.Task;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands in the table, with what it is about.
 *
 * @param tasks ids of the open obligations, in the order in which they are due
 */
record Announced(TenantId tenant, UUID id, UUID person, String channel, Instant at, Planned.Notified notified,
        boolean over, List<Owed> about) {
    private static final String COLUMNS = "c.tenant, c.id, c.person, c.channel, c.at, c.notified, c.over";

    static @Nullable Announced lock(Sql sql, UUID id) throws SQLException {
        // Obligations first, as all who change them do.
        List<Owed> about = Obligations.list(sql, "where o.contact = ? order by o.id for update", List.of(id));
        return sql.one("select " + COLUMNS + " from revisit.contact c where c.id = ? for update",
                row -> announced(row, about), id).orElse(null);
    }

    static Optional<Announced> find(Sql sql, UUID id) throws SQLException {
        List<Owed> about = Obligations.list(sql, "where o.contact = ? order by o.due, o.id", List.of(id));
        return sql
                .list("select " + COLUMNS + " from revisit.contact c where c.id = ?", row -> announced(row, about), id)
                .stream().findFirst();
    }

    private static Announced announced(ResultSet row, List<Owed> about) throws SQLException {
        return new Announced(new TenantId(row.getString("tenant")), Sql.id(row, "id"), Sql.id(row, "person"),
                row.getString("channel"), Sql.instant(row, "at"), Planned.Notified.valueOf(row.getString("notified")),
                row.getBoolean("over"), about);
    }

    List<Owed> open() {
        return about.stream().filter(owed -> owed.state().open()).toList();
    }

    List<Task> tasks(Planners planners) {
        return open().stream().map(owed -> new Task(owed.id(), owed.course(), Planners.purpose(owed.kind()),
                planners.channels(owed.kind()), owed.opens(), owed.due(), owed.minutes(), owed.notice())).toList();
    }

    /** All other contacts of the person, past and planned: what caps count. */
    static List<Contact> others(Sql sql, UUID person, UUID but, Instant since) throws SQLException {
        return sql.list("""
            select channel, at from revisit.touch where person = ? and at >= ? and not starts_with(key, ?)
            union all select channel, at from revisit.contact where person = ? and not over and id <> ?""",
                row -> new Contact(null, row.getString("channel"), Sql.instant(row, "at"), List.of(), true), person,
                since, but.toString(), person, but);
    }

    /**
     * Those among {@link #others} that do not make way for what takes place now: past ones, those that were told or agreed
     * on, and those whose time has come, which may take place at any moment.
     */
    static List<Contact> firm(Sql sql, UUID person, UUID but, Instant since, Instant now) throws SQLException {
        return sql.list("""
            select channel, at from revisit.touch where person = ? and at >= ? and not starts_with(key, ?)
            union all select channel, at from revisit.contact where person = ? and not over and id <> ?
                and (chosen or notified <> 'NOT_YET' or at <= ?)""",
                row -> new Contact(null, row.getString("channel"), Sql.instant(row, "at"), List.of(), true), person,
                since, but.toString(), person, but, now);
    }

    static Set<UUID> learners(Collection<Owed> owed) {
        return owed.stream().map(Owed::learner).collect(Collectors.toSet());
    }

    /** The file, by any id of it. */
    static @Nullable Reach reach(Map<UUID, Reach> files, UUID person, Collection<Owed> about) {
        Reach own = files.get(person);
        return own != null
                ? own
                : about.stream().map(owed -> files.get(owed.learner())).filter(java.util.Objects::nonNull).findFirst()
                        .orElse(null);
    }
}
