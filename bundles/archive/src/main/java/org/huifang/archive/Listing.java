// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.Tag;
import org.huifang.api.segment.Condition;
import org.huifang.api.segment.Listed;
import org.huifang.api.segment.Order;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Pages of files that fit a condition and a search: first whose, by key, then what is shown of these few. */
final class Listing {
    private static final String FILES = " from archive.learner l where l.tenant = ? and l.listed and ";
    private static final String LINES = """
        select l.id, l.name, l.email, l.phone, e.courses, e.last_activity, newest.title, newest.stage, newest.progress,
            (select k.keeper from archive.learner k where coalesce(k.merged_into, k.id) = l.id and k.keeper_at is not null
                order by k.keeper_at desc, k.keeper desc nulls last limit 1) as keeper
        from archive.learner l cross join lateral (
            select count(*) filter (where present) as courses, max(last_activity) as last_activity
            from archive.learner p join archive.enrolment e on e.learner = p.id
            where coalesce(p.merged_into, p.id) = l.id) e
        left join lateral (
            select c.title, e.stage, e.progress from archive.learner p join archive.enrolment e on e.learner = p.id
                join archive.course c on c.id = e.course
            where coalesce(p.merged_into, p.id) = l.id
            order by coalesce(e.last_activity, e.enrolled) desc, e.course limit 1) newest on true
        where l.tenant = ? and l.id = any (?::uuid[])""";

    private final Sql sql;
    private final TenantId tenant;
    private final Instant now;

    Listing(Sql sql, TenantId tenant, Instant now) {
        this.sql = sql;
        this.tenant = tenant;
        this.now = now;
    }

    Page<Listed> find(Condition condition, String search, Order order, @Nullable String after, int limit)
            throws SQLException {
        boolean searchOnly = condition.equals(Condition.EVERYBODY) && order == Order.NAME && !search.isBlank();
        Page<UUID> page = searchOnly
                ? new Finding(sql, tenant).find(search, after, Pages.checked(limit))
                : page(condition, search, order, after, limit);
        Map<UUID, List<Tag>> tags = TagTable.of(sql, tenant, page.items());
        Map<UUID, Listed> lines = sql.list(LINES, row -> line(row, tags), tenant.value(),
                page.items().toArray(UUID[]::new)).stream().collect(Collectors.toMap(Listed::id, Function.identity()));
        return new Page<>(page.items().stream().map(lines::get).filter(Objects::nonNull).toList(), page.next());
    }

    long count(Condition condition, String search) throws SQLException {
        Where where = where(condition, search);
        return sql.list("select count(*) from (select" + FILES + where.sql() + " limit " + (Finding.MOST_COUNTED + 1)
                + ") c", row -> row.getLong(1), parameters(where).toArray()).getFirst();
    }

    private Page<UUID> page(Condition condition, String search, Order order, @Nullable String after, int limit)
            throws SQLException {
        Where where = where(condition, search);
        List<Object> parameters = parameters(where);
        String key = order == Order.NAME ? "name" : "created";
        String text = "select l.id, l.name" + FILES + where.sql();
        if (after != null && order == Order.NAME) {
            text += " and (l.name, l.id) > (?, ?)";
            parameters.addAll(Beyond.parse(after).parameters());
        } else if (after != null) {
            // when a file was opened never changes
            UUID last = Beyond.parse(after).id();
            text += " and (l.created, l.id) < ((select a.created from archive.learner a where a.tenant = ? and a.id = ?), ?)";
            parameters.addAll(List.of(tenant.value(), last, last));
        }
        parameters.add(Pages.checked(limit) + 1);
        String down = order == Order.NAME ? "" : " desc";
        return ids(sql.list(text + " order by l." + key + down + ", l.id" + down + " limit ?",
                row -> new Beyond(Sql.id(row, "id"), row.getString("name")), parameters.toArray()), "", limit);
    }

    /** @param mark before the place where the page ends */
    static Page<UUID> ids(List<Beyond> rows, String mark, int limit) {
        Page<Beyond> page = Pages.of(rows, limit, row -> mark + Beyond.text(row.id(), row.name()));
        return new Page<>(page.items().stream().map(Beyond::id).toList(), page.next());
    }

    private Where where(Condition condition, String search) throws SQLException {
        Where fits = Where.of(condition, now);
        Optional<Search> sought = new Finding(sql, tenant).meant(search);
        if (sought.isEmpty()) {
            return fits;
        }
        var parameters = new ArrayList<>(fits.parameters());
        parameters.add(tenant.value());
        parameters.addAll(sought.get().parameters());
        return new Where(fits.sql() + " and l.id in (select s.learner from archive.search s where s.tenant = ? and "
                + sought.get().sql() + ")", parameters);
    }

    private List<Object> parameters(Where where) {
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        parameters.addAll(where.parameters());
        return parameters;
    }

    private static Listed line(ResultSet row, Map<UUID, List<Tag>> tags) throws SQLException {
        UUID id = Sql.id(row, "id");
        String stage = row.getString("stage");
        return new Listed(id, row.getString("name"), row.getString("email"), row.getString("phone"),
                row.getInt("courses"), row.getString("title"), stage == null ? null : Stage.valueOf(stage),
                row.getInt("progress"), Sql.time(row, "last_activity"),
                tags.getOrDefault(id, List.of()).stream().map(Tag::name).toList(),
                row.getObject("keeper", UUID.class));
    }
}
