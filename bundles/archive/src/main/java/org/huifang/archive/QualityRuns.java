// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FieldPolicy;
import org.huifang.api.archive.FieldQuality;
import org.huifang.api.archive.FileQuality;
import org.huifang.api.archive.KeeperQuality;
import org.huifang.api.archive.Scorecard;
import org.huifang.api.archive.StaleValue;
import org.huifang.api.archive.Tag;
import org.huifang.api.evaluation.Estimate;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Counts of a tenant's files: begun here, carried on by {@link CountQuality}, read here when they are done. */
final class QualityRuns {
    private static final Duration SAMPLED = Duration.ofDays(92);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final String BEGIN = """
        insert into archive.quality_run (tenant, as_of) values (?, ?)
        on conflict (tenant) where not done do nothing returning id""";
    private static final String FIELD = """
        insert into archive.quality_field (tenant, run, field, type, need, max_days, place)
        values (?, ?, ?, ?, ?, ?::integer, ?)""";
    private static final String LAST = """
        select id, as_of, files, kept, lag_millis from archive.quality_run
        where tenant = ? and done order by id desc limit 1""";
    /** Of each 30 days, counted back from now, the last count. */
    private static final String MONTHS = """
        select distinct on (ago) id, as_of, files, kept, lag_millis from (
            select *, floor(extract(epoch from ?::timestamptz - as_of) / 2592000) as ago
            from archive.quality_run where tenant = ? and done and as_of > ?) r order by ago, id desc""";
    private static final String FIELDS = "select * from archive.quality_field where run = ? order by place, field, type";
    private static final String KEEPERS = """
        select * from archive.quality_keeper where run = ? order by keeper""";
    private static final String STALE = """
        select s.last, s.field, root.id as learner, root.name from archive.quality_stale s
            join archive.learner p on p.id = s.learner
            join archive.learner root on root.id = coalesce(p.merged_into, p.id)
        where s.run = ? and (s.last, s.learner, s.field) > (?::timestamptz, ?::uuid, ?)
        order by s.last, s.learner, s.field limit ?""";

    /** A count that is done. */
    private record Done(long id, Instant asOf, long files, long kept, @Nullable Duration lag) {
        static Done read(ResultSet row) throws SQLException {
            Long millis = row.getObject("lag_millis", Long.class);
            return new Done(row.getLong("id"), Sql.instant(row, "as_of"), row.getLong("files"), row.getLong("kept"),
                    millis == null ? null : Duration.ofMillis(millis));
        }
    }

    private record Old(Instant last, String field, UUID learner, String name) {
        static Old read(ResultSet row) throws SQLException {
            return new Old(Sql.instant(row, "last"), row.getString("field"), Sql.id(row, "learner"),
                    row.getString("name"));
        }
    }

    private QualityRuns() {
    }

    /** Does nothing when a count is going on. */
    static void begin(Sql sql, TenantId tenant, Instant now) throws SQLException {
        for (Long run : sql.list(BEGIN, row -> row.getLong(1), tenant.value(), now)) {
            for (FieldPolicy policy : FieldPolicies.all(sql, tenant)) {
                sql.update(FIELD, tenant.value(), run, policy.field(), policy.type(), policy.need().name(),
                        policy.maxAgeDays(), policy.place());
            }
        }
    }

    /** For what it counts by is not what holds any more. */
    static void beginAnew(Sql sql, TenantId tenant, Instant now) throws SQLException {
        sql.update("delete from archive.quality_run where tenant = ? and not done", tenant.value());
        begin(sql, tenant, now);
    }

    static Optional<Scorecard> last(Sql sql, TenantId tenant, Instant now) throws SQLException {
        Optional<Done> done = done(sql, tenant);
        if (done.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(card(sql, tenant, done.get(), now));
    }

    static List<Scorecard> months(Sql sql, TenantId tenant, int months, Instant now) throws SQLException {
        var cards = new ArrayList<Scorecard>();
        for (Done run : sql.list(MONTHS, Done::read, now, tenant.value(), now.minus(MONTH.multipliedBy(months)))) {
            cards.add(card(sql, tenant, run, run.asOf));
        }
        return cards;
    }

    /** @param until rounds that were drawn later do not count */
    private static Scorecard card(Sql sql, TenantId tenant, Done run, Instant until) throws SQLException {
        Map<String, Reviews.Found> found = Reviews.between(sql, tenant, until.minus(SAMPLED), until);
        return new Scorecard(run.asOf, FileQuality.VERSION, run.files, run.kept,
                sql.list(FIELDS, row -> field(row, found), run.id), run.lag);
    }

    static List<KeeperQuality> keepers(Sql sql, TenantId tenant) throws SQLException {
        Optional<Done> done = done(sql, tenant);
        return done.isEmpty()
                ? List.of()
                : sql.list(KEEPERS, row -> new KeeperQuality(Sql.id(row, "keeper"), row.getLong("files"),
                        Estimate.FullCount.of(row.getLong("filled"), row.getLong("wanted")),
                        Estimate.FullCount.of(row.getLong("in_time"), row.getLong("timed"))), done.get().id);
    }

    private static Optional<Done> done(Sql sql, TenantId tenant) throws SQLException {
        return sql.list(LAST, Done::read, tenant.value()).stream().findFirst();
    }

    private static FieldQuality field(ResultSet row, Map<String, Reviews.Found> found) throws SQLException {
        FieldPolicy policy = FieldPolicies.read(row);
        var none = new Reviews.Found(policy.field(), 0, 0);
        Reviews.Found checks = policy.type().isEmpty() ? found.getOrDefault(policy.field(), none) : none;
        return new FieldQuality(policy, row.getLong("files"), row.getLong("filled"), row.getLong("in_time"),
                row.getLong("conflicts"), row.getLong("traceable"), checks.checked(), checks.right());
    }

    static Page<StaleValue> stale(Sql sql, TenantId tenant, @Nullable String after, int limit, Instant now)
            throws SQLException {
        Optional<Done> done = done(sql, tenant);
        if (done.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        String[] place = after == null
                ? new String[]{"0001-01-01T00:00:00Z", new UUID(0, 0).toString(), ""}
                : after.split("/", 3);
        Page<Old> page = Pages.of(sql.list(STALE, Old::read, done.get().id, Instant.parse(place[0]), place[1],
                place[2], Pages.checked(limit) + 1), limit, old -> old.last + "/" + old.learner + "/" + old.field);
        List<FieldPolicy> all = FieldPolicies.all(sql, tenant);
        Map<UUID, List<Tag>> tags = TagTable.of(sql, tenant, page.items().stream().map(Old::learner).toList());
        Map<String, Cell> cells = Cell.of(sql, tenant, page.items().stream().map(Old::learner).toList()).stream()
                .collect(Collectors.toMap(cell -> cell.file() + cell.field(), cell -> cell));
        return new Page<>(page.items().stream().<StaleValue>mapMulti((old, more) -> {
            Cell cell = cells.get(old.learner + old.field);
            Set<String> worn = tags.getOrDefault(old.learner, List.of()).stream().map(Tag::name)
                    .collect(Collectors.toSet());
            boolean stale = cell != null && FieldPolicies.of(all, worn).stream()
                    .anyMatch(policy -> policy.field().equals(old.field) && cell.stale(policy, now));
            if (cell != null && stale) {
                more.accept(new StaleValue(old.learner, old.name, old.field, cell.value(), cell.last()));
            }
        }).toList(), page.next());
    }
}
