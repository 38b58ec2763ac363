// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What sources say about who a person is. Of each source and field the value said last is current, whichever arrived
 * last; the others stay as superseded. The same value again changes nothing that anybody sees.
 */
final class IdentityValues {
    private static final String LOCK = """
        select id from archive.learner where tenant = ? and id = any (?::uuid[]) order by id for no key update""";
    private static final String CURRENT = """
        select id, learner, field, source, value, since, said from archive.identity_value
        where learner = any (?::uuid[]) and superseded is null""";
    private static final String SUPERSEDE = """
        update archive.identity_value v set since = s.since, said = s.said, superseded = s.superseded
        from unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[]) as s (id, since, said, superseded)
        where v.id = s.id""";
    private static final String ADD = """
        insert into archive.identity_value (tenant, learner, field, source, value, since, said, superseded)
        select ?, * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
            ?::timestamptz[])""";
    private static final String SHOW = """
        update archive.learner l set name = coalesce(
                (select value from archive.identity_value v where v.learner = l.id and v.field = 'name'
                    and v.superseded is null order by v.since desc, v.source limit 1),
                (select value from archive.identity_value v where v.learner = l.id and v.field = 'email'
                    and v.superseded is null order by v.since desc, v.source limit 1), l.name),
            email = (select value from archive.identity_value v where v.learner = l.id and v.field = 'email'
                    and v.superseded is null order by v.since desc, v.source limit 1)
        where l.id = any (?::uuid[])""";

    private final TenantId tenant;
    private final Sql sql;

    IdentityValues(TenantId tenant, Sql sql) {
        this.tenant = tenant;
        this.sql = sql;
    }

    void say(List<Entry> entries) throws SQLException {
        List<Said> news = news(entries);
        if (news.isEmpty()) {
            return;
        }
        UUID[] learners = news.stream().map(said -> said.place().learner()).distinct().toArray(UUID[]::new);
        sql.list(LOCK, row -> Sql.id(row, "id"), tenant.value(), learners);
        Map<Said.Place, Said> current = new HashMap<>();
        for (Said said : sql.list(CURRENT, Said::read, (Object) learners)) {
            current.put(said.place(), said);
        }
        Set<Said> changed = new HashSet<>();
        for (Said said : news) {
            Said before = current.get(said.place());
            if (before == null) {
                current.put(said.place(), said);
                changed.add(said);
            } else if (before.value().equals(said.value())) {
                if (before.repeat(said)) {
                    changed.add(before);
                }
            } else if (before.olderThan(said)) {
                before.supersede(said.since());
                current.put(said.place(), said);
                changed.addAll(List.of(before, said));
            } else if (said.since().isBefore(before.since())) {
                said.supersede(before.since());
                changed.add(said);
            }
        }
        write(changed);
    }

    private static List<Said> news(List<Entry> entries) {
        var news = new ArrayList<Said>();
        for (Entry entry : entries) {
            Identity identity = Entry.identity(entry.fact());
            UUID learner = entry.learner();
            if (identity != null && learner != null) {
                String source = Objects.requireNonNull(Entry.person(entry.fact())).source();
                Instant at = entry.at();
                add(news, learner, "name", source, identity.name(), at);
                add(news, learner, "email", source, identity.email(), at);
                add(news, learner, "phone", source, identity.phone(), at);
                add(news, learner, "locale", source, identity.locale(), at);
                add(news, learner, "timeZone", source, identity.timeZone(), at);
                add(news, learner, "goal", source, identity.goal(), at);
            }
        }
        news.sort(Comparator.comparing(Said::since));
        return news;
    }

    private static void add(List<Said> news, UUID learner, String field, String source, @Nullable String value,
            Instant at) {
        if (value != null && !value.isBlank()) {
            news.add(new Said(new Said.Place(learner, field, source), value, at));
        }
    }

    private void write(Set<Said> changed) throws SQLException {
        List<Said> stored = changed.stream().filter(said -> said.id() != null).toList();
        List<Said> added = changed.stream().filter(said -> said.id() == null).toList();
        if (!stored.isEmpty()) {
            sql.update(SUPERSEDE, stored.stream().map(Said::id).toArray(Long[]::new),
                    Sql.times(stored, Said::since), Sql.times(stored, Said::said),
                    Sql.times(stored, Said::superseded));
        }
        if (!added.isEmpty()) {
            sql.update(ADD, tenant.value(), Sql.ids(added, said -> said.place().learner()),
                    Sql.texts(added, said -> said.place().field()),
                    Sql.texts(added, said -> said.place().source()), Sql.texts(added, Said::value),
                    Sql.times(added, Said::since), Sql.times(added, Said::said),
                    Sql.times(added, Said::superseded));
        }
        // what is said once more moves its times; of the times only "since" decides what is shown
        List<Said> shown = changed.stream().filter(said -> said.id() == null || said.moved()).toList();
        if (!shown.isEmpty()) {
            sql.update(SHOW, (Object) shown.stream().map(said -> said.place().learner()).distinct()
                    .toArray(UUID[]::new));
        }
    }
}
