// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done now, in the order in which it is worked: what is overdue; then what was agreed on for a time, by that
 * time; then all else. Within each part by the due date, which leaves nobody behind. Each part is read from its own index.
 */
final class QueuePages {
    /** What is not planned, or planned for later, is not to be done now. */
    private static final String WAITING = """
        o.tenant = ? and o.kind <> 'QUESTIONNAIRE' and o.state = 'DUE' and o.opens <= ? and o.hold is null
        and (?::uuid is null or o.owner = ?)
        and not exists (select from revisit.replan r where r.person = o.person and r.at = '-infinity')
        and (o.contact is null or exists (select from revisit.contact c where c.id = o.contact and c.at <= ?
            and c.until > ?))""";
    /** The learner chose the time, or agreed on it with a colleague. */
    private static final String AGREED = """
        o.id in (select mine.id from revisit.contact k cross join lateral (
                select id from revisit.obligation where contact = k.id offset 0) mine
            where k.chosen and not k.over and k.at <= ?)""";
    private static final String AGREED_AT = "(select k.at from revisit.contact k where k.id = o.contact)";
    private static final String NOT_AGREED = """
        not exists (select from revisit.contact k where k.id = o.contact and k.chosen and not k.over)""";

    private enum Part {
        OVERDUE, AGREED, OTHERS
    }

    /** Where a page ends: after this row of a part, or at the beginning of the part when there is none. */
    private record Place(Part part, @Nullable Instant at, @Nullable UUID id) {
        static Place parse(@Nullable String text) {
            if (text == null) {
                return new Place(Part.OVERDUE, null, null);
            }
            try {
                String[] parts = text.split("_", 3);
                return new Place(Part.valueOf(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (DateTimeException | IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IllegalArgumentException("not the end of a page", e);
            }
        }

        @Override
        public String toString() {
            return part + "_" + at + "_" + id;
        }
    }

    private record Row(Owed owed, Part part, Instant at) {
        String place() {
            return new Place(part, at, owed.id()).toString();
        }
    }

    private final Sql sql;
    private final TenantId tenant;
    private final @Nullable UUID owner;
    private final Instant now;

    QueuePages(Sql sql, TenantId tenant, @Nullable UUID owner, Instant now) {
        this.sql = sql;
        this.tenant = tenant;
        this.owner = owner;
        this.now = now;
    }

    long count() throws SQLException {
        return sql.list("select count(distinct coalesce(o.contact, o.id)) from revisit.obligation o where " + WAITING,
                row -> row.getLong(1),
                waiting().toArray()).getFirst();
    }

    Page<Owed> page(@Nullable String after, int limit) throws SQLException {
        Place place = Place.parse(after);
        var rows = new ArrayList<Row>();
        for (Part part : Part.values()) {
            if (part.compareTo(place.part) >= 0 && rows.size() <= limit) {
                rows.addAll(part(part, part == place.part ? place : new Place(part, null, null),
                        limit + 1 - rows.size()));
            }
        }
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(Row::owed).toList(), more ? shown.getLast().place() : null);
    }

    private List<Row> part(Part part, Place place, int limit) throws SQLException {
        var parameters = waiting();
        String order = part == Part.AGREED ? AGREED_AT : "o.due";
        var condition = new StringBuilder("where ").append(WAITING).append(switch (part) {
            case OVERDUE -> " and o.due < ?";
            case AGREED -> " and o.due >= ? and " + AGREED;
            case OTHERS -> " and o.due >= ? and " + NOT_AGREED;
        });
        parameters.add(now);
        if (part == Part.AGREED) {
            parameters.add(now);
        }
        if (place.at != null) {
            condition.append(" and (").append(order).append(", o.id) > (?, ?)");
            parameters.addAll(Arrays.asList(place.at, place.id));
        }
        condition.append(" order by ").append(order).append(", o.id limit ?");
        parameters.add(limit);
        List<Owed> found = Obligations.list(sql, condition.toString(), parameters);
        var times = part == Part.AGREED ? agreed(found) : Map.<UUID, Instant>of();
        return found.stream().map(owed -> new Row(owed, part, times.getOrDefault(owed.id(), owed.due()))).toList();
    }

    private Map<UUID, Instant> agreed(List<Owed> found) throws SQLException {
        var times = new HashMap<UUID, Instant>();
        sql.list("select o.id, k.at from revisit.obligation o join revisit.contact k on k.id = o.contact"
                + " where o.id = any (?::uuid[])", row -> times.put(Sql.id(row, "id"), Sql.instant(row, "at")),
                (Object) Sql.ids(found, Owed::id));
        return times;
    }

    private ArrayList<@Nullable Object> waiting() {
        return new ArrayList<>(Arrays.asList(tenant.value(), now, owner, owner, now, now));
    }
}
