// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;

/** Stores what sources say about who a person is, by the rule of {@link Sayings}. */
final class IdentityValues {
    private static final String CURRENT = "select " + Said.COLUMNS
            + " from archive.identity_value where learner = any (?::uuid[]) and superseded is null";
    /** With offsets, so that a planner without statistics does not read these tables for each batch. */
    private static final String HELD_AGAINST = """
        select told.id from unnest(?::uuid[]) as told (id) cross join lateral (
                select coalesce(merged_into, id) as root from archive.learner where tenant = ? and id = told.id offset 0) file
        where exists (select from (select file.root as id union all
                    (select id from archive.learner where merged_into = file.root offset 0)) part
            where exists (select from archive.checked where learner = part.id offset 0)
                or exists (select from archive.identity_value where learner = part.id and superseded is null
                    and confidence = 'VERIFIED' offset 0) offset 0)""";
    private static final String SUPERSEDE = """
        update archive.identity_value v set since = s.since, said = s.said, superseded = s.superseded
        from unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[]) as s (id, since, said, superseded)
        where v.id = s.id""";
    private static final String ADD = """
        insert into archive.identity_value (tenant, learner, field, source, value, author, confidence, since, said,
            superseded)
        select ?, * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
            ?::timestamptz[], ?::timestamptz[])""";

    private final TenantId tenant;
    private final Sql sql;

    IdentityValues(TenantId tenant, Sql sql) {
        this.tenant = tenant;
        this.sql = sql;
    }

    /** The files that these entries say something of. */
    static Set<UUID> learners(Collection<Entry> entries) {
        return Stream.concat(entries.stream().flatMap(Entry::says).map(Saying::learner),
                entries.stream().map(Entry::withdraws).filter(Objects::nonNull).map(Withdrawal::learner))
                .collect(Collectors.toSet());
    }

    /**
     * Takes what entries say; the files are locked already.
     *
     * @return the files that may look otherwise now
     */
    Set<UUID> say(Collection<Entry> entries, Set<UUID> learners) throws SQLException {
        if (learners.isEmpty()) {
            return Set.of();
        }
        var sayings = new Sayings(sql.list(CURRENT, Said::read, (Object) learners.toArray(UUID[]::new)));
        sayings.take(entries.stream().flatMap(Entry::says).toList());
        entries.stream().map(Entry::withdraws).filter(Objects::nonNull).forEach(sayings::withdraw);
        write(sayings.changed());
        Set<UUID> changed = learners(sayings.changed(), said -> said.id() == null || said.moved());
        // what is said once more decides only where something was held against a person or a document before
        Set<UUID> again = learners(sayings.changed(), said -> !changed.contains(said.place().learner()));
        if (!again.isEmpty()) {
            changed.addAll(sql.list(HELD_AGAINST, row -> Sql.id(row, "id"), again.toArray(UUID[]::new),
                    tenant.value()));
        }
        return changed;
    }

    private static Set<UUID> learners(Collection<Said> said, Predicate<Said> which) {
        return said.stream().filter(which).map(one -> one.place().learner()).collect(Collectors.toSet());
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
                    Sql.texts(added, Said::author), Sql.texts(added, said -> said.confidence().name()),
                    Sql.times(added, Said::since), Sql.times(added, Said::said), Sql.times(added, Said::superseded));
        }
    }
}
