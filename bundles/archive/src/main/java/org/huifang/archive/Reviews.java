// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldPolicy.Need;
import org.huifang.api.archive.ReviewItem;
import org.huifang.api.archive.ReviewRound;
import org.huifang.persistence.Sql;

/** Rounds of values that were drawn at random; what became of each is worked out from the checks on record. */
final class Reviews {
    /** The order is a hash's, so each set of this size is as likely as any other, and can be drawn again. */
    private static final String DRAW = """
        with cells as materialized (select l.id as learner, c.field, c.value
                from archive.learner l cross join lateral jsonb_each_text(l.held) as c (field, value)
                where l.tenant = ? and c.field = any (?) and
        """ + Cell.COUNTED + """
            ), first as (select *, md5(? || ' ' || learner || ' ' || field) as place from cells
                order by place, learner, field limit ?),
            drawn as (insert into archive.review_item (tenant, round, place, learner, field, value)
                select ?, ?, row_number() over (order by place, learner, field), learner, field, value from first)
        insert into archive.review_round (tenant, id, seed, population, author, started)
        select ?, ?, ?, (select count(*) from cells), ?, ?""";
    /** Checks that may still come. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");
    /** Of several checks up to a time the first one counts, in whatever order they arrived. */
    private static final String ITEMS = """
        select i.round, i.place, root.id as learner, root.name, i.field, i.value,
            case when k.correct then 'RIGHT' when not k.correct then 'WRONG'
                when archive.same(i.field, root.held ->> i.field) is distinct from archive.same(i.field, i.value) then 'CHANGED' else 'OPEN' end as state
        from archive.review_round r join archive.review_item i on i.round = r.id
            join archive.learner p on p.id = i.learner
            join archive.learner root on root.id = coalesce(p.merged_into, p.id)
            left join lateral (select c.correct from archive.checked c
                where c.learner in (select q.id from archive.learner q where q.id = root.id or q.merged_into = root.id)
                    and c.field = i.field and archive.same(c.field, c.value) = archive.same(i.field, i.value)
                    and c.at >= r.started and c.at <= ?
                order by c.at, c.correct limit 1) k on true
        where r.tenant = ? and\s""";
    private static final String SETTLED = """
        count(*) filter (where state in ('RIGHT', 'WRONG')) as checked,
            count(*) filter (where state = 'RIGHT') as found_right\s""";
    private static final String ROUNDS = "select r.id, r.seed, r.population, r.author, r.started, count(i.place) as size,"
            + " count(*) filter (where state = 'CHANGED') as changed, " + SETTLED
            + "from archive.review_round r left join (" + ITEMS + """
                r.id = any (?::uuid[])) i on i.round = r.id
            where r.tenant = ? and r.id = any (?::uuid[]) group by r.id order by r.started desc, r.id""";
    private static final String LAST = """
        select id from archive.review_round where tenant = ? order by started desc, id limit 24""";
    /** A value that was drawn twice and checked once counts once. */
    private static final String BY_FIELD = "select field, " + SETTLED
            + "from (select distinct on (learner, field, archive.same(field, value)) * from (" + ITEMS + """
                r.started >= ? and r.started <= ?) drawn
            order by learner, field, archive.same(field, value), state in ('RIGHT', 'WRONG') desc, state) i
            group by field""";

    /** What the checks of a field found. */
    record Found(String field, long checked, long right) {}

    private Reviews() {
    }

    static void draw(Sql sql, TenantId tenant, ReviewRound asked) throws SQLException {
        if (!sql.list("select 1 from archive.review_round where id = ?", row -> row.getInt(1), asked.id()).isEmpty()) {
            return;
        }
        String[] fields = FieldPolicies.all(sql, tenant).stream()
                .filter(policy -> policy.type().isEmpty() && policy.need() != Need.NOT_NEEDED).map(FieldPolicy::field)
                .toArray(String[]::new);
        sql.update(DRAW, tenant.value(), fields, Long.toString(asked.seed()), asked.size(), tenant.value(), asked.id(),
                tenant.value(), asked.id(), asked.seed(), asked.author(), asked.started());
    }

    static List<ReviewRound> rounds(Sql sql, TenantId tenant) throws SQLException {
        return rounds(sql, tenant,
                sql.list(LAST, row -> Sql.id(row, "id"), tenant.value()).toArray(UUID[]::new));
    }

    static ReviewRound round(Sql sql, TenantId tenant, UUID round) throws SQLException {
        return rounds(sql, tenant, round).getFirst();
    }

    private static List<ReviewRound> rounds(Sql sql, TenantId tenant, UUID... rounds) throws SQLException {
        return sql.list(ROUNDS, row -> new ReviewRound(Sql.id(row, "id"), row.getLong("seed"),
                row.getLong("population"), row.getInt("size"), row.getInt("checked"), row.getInt("found_right"),
                row.getInt("changed"), row.getString("author"), Sql.instant(row, "started")), ALWAYS,
                tenant.value(), rounds, tenant.value(), rounds);
    }

    static List<ReviewItem> items(Sql sql, TenantId tenant, UUID round) throws SQLException {
        return sql.list(ITEMS + "r.id = ? order by i.place", Reviews::item, ALWAYS, tenant.value(), round);
    }

    /** The fields of a file that were drawn and that nobody has checked yet. */
    static Set<String> open(Sql sql, TenantId tenant, List<UUID> parts) throws SQLException {
        return sql.list(ITEMS + "i.learner = any (?::uuid[])", Reviews::item, ALWAYS, tenant.value(),
                parts.toArray(UUID[]::new)).stream().filter(item -> item.state() == ReviewItem.State.OPEN)
                .map(ReviewItem::field).collect(Collectors.toSet());
    }

    /** What checks up to a time found of the rounds that were drawn within a while before it. */
    static Map<String, Found> between(Sql sql, TenantId tenant, Instant from, Instant to) throws SQLException {
        return sql.list(BY_FIELD, row -> new Found(row.getString("field"), row.getLong("checked"),
                row.getLong("found_right")), to, tenant.value(), from, to).stream()
                .collect(Collectors.toMap(Found::field, found -> found));
    }

    private static ReviewItem item(ResultSet row) throws SQLException {
        return new ReviewItem(Sql.id(row, "round"), row.getInt("place"), Sql.id(row, "learner"),
                row.getString("name"), row.getString("field"), row.getString("value"),
                ReviewItem.State.valueOf(row.getString("state")));
    }
}
