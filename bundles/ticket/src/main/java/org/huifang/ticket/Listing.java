// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.AreaCount;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Lists of tickets, in the order in which something is owed. */
final class Listing {
    private static final String ORDER = " order by t.due, t.number limit ?";
    /** Of what stands still or is closed: the column that orders the list says when something is owed. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Instant CLOSED = Instant.parse("9999-06-01T00:00:00Z");

    private record Conditions(String where, List<Object> parameters) {}

    private Listing() {
    }

    static Page<Ticket> page(Sql sql, TenantId tenant, TicketFilter filter, @Nullable String after, int limit,
            Instant now) throws SQLException {
        Conditions conditions = conditions(tenant, filter, now);
        var parameters = new ArrayList<>(conditions.parameters);
        String where = conditions.where;
        if (after != null) {
            where += " and (t.due, t.number) > (?, ?)";
            parameters.addAll(place(after));
        }
        parameters.add(limit + 1);
        List<Case> rows = Cases.list(sql, where + ORDER, parameters.toArray());
        List<Case> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(shown.stream().map(Case::ticket).toList(),
                rows.size() > limit ? end(shown.getLast()) : null);
    }

    static long count(Sql sql, TenantId tenant, TicketFilter filter, Instant now) throws SQLException {
        Conditions conditions = conditions(tenant, filter, now);
        return sql.list("select count(*) from ticket.ticket t " + conditions.where, row -> row.getLong(1),
                conditions.parameters.toArray()).getFirst();
    }

    static List<Case> of(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        return Cases.list(sql, "where t.tenant = ? and t.learner = any (?::uuid[])"
                + " order by t.state = 'CLOSED', t.raised desc, t.number desc", tenant.value(),
                learners.toArray(UUID[]::new));
    }

    static List<AreaCount> areas(Sql sql, TenantId tenant, @Nullable UUID course, Instant now) throws SQLException {
        Map<Area, AreaCount> counts = new EnumMap<>(Area.class);
        sql.list("""
            select area, count(*), count(*) filter (where due < ?), count(*) filter (where state = 'SOLVED'),
                count(distinct learner)
            from ticket.ticket where tenant = ? and (?::uuid is null or course = ?) and state <> 'CLOSED'
            group by area""", row -> new AreaCount(Area.valueOf(row.getString(1)), row.getLong(2), row.getLong(3),
                row.getLong(4), row.getLong(5)), now, tenant.value(), course, course)
                .forEach(c -> counts.put(c.area(), c));
        return Arrays.stream(Area.values()).map(a -> counts.getOrDefault(a, new AreaCount(a, 0, 0, 0, 0))).toList();
    }

    private static Conditions conditions(TenantId tenant, TicketFilter filter, Instant now) {
        var where = new StringBuilder("where t.tenant = ?");
        var parameters = new ArrayList<Object>();
        parameters.add(tenant.value());
        add(where, parameters, " and t.area = ?", filter.area() == null ? null : filter.area().name());
        add(where, parameters, " and t.course = ?", filter.course());
        add(where, parameters, " and t.state = ?", filter.state() == null ? null : filter.state().name());
        add(where, parameters, " and t.owner = ?", filter.owner());
        add(where, parameters, " and t.change = ?", filter.change());
        add(where, parameters, " and t.due < ?", filter.late() ? now : null);
        // All that a change should end are shown with it, closed ones too.
        if (filter.state() == null && filter.change() == null) {
            where.append(" and t.state <> 'CLOSED'");
        }
        return new Conditions(where.toString(), parameters);
    }

    private static void add(StringBuilder where, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    /** As the database orders it. */
    private static String end(Case last) {
        Clocks c = last.clocks();
        Instant due = last.closed() != null ? CLOSED : NEVER;
        if (last.closed() == null && c.responded() == null && c.respondBy().isBefore(due)) {
            due = c.respondBy();
        }
        Instant resolveBy = c.resolveBy();
        if (last.closed() == null && resolveBy != null && resolveBy.isBefore(due)) {
            due = resolveBy;
        }
        return due + "_" + last.raised().number();
    }

    /** @throws IllegalArgumentException when this is not what a page handed out */
    private static List<Object> place(String text) {
        try {
            String[] parts = text.split("_", 2);
            return List.of(Instant.parse(parts[0]), Long.valueOf(parts[1]));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("not the end of a page", e);
        }
    }
}
