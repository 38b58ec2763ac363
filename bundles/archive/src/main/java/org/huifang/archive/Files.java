// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Fact;
import org.huifang.persistence.Sql;

/** What facts change in files beyond the timeline and the enrolments. */
final class Files {
    private static final String KNOWN = "select id from archive.learner where tenant = ? and id = any (?::uuid[])";
    private static final String SHOWN_UNDER = """
        select distinct merged_into as id from archive.learner where tenant = ? and id = any (?::uuid[])
            and merged_into is not null""";
    private static final String LOCK = """
        select id from archive.learner where tenant = ? and id = any (?::uuid[]) order by id for no key update""";
    private static final String WITHDRAWN = "update archive.learner set withdrawn = true where id = any (?::uuid[])";

    private final TenantId tenant;
    private final Sql sql;

    Files(TenantId tenant, Sql sql) {
        this.tenant = tenant;
        this.sql = sql;
    }

    /**
     * Keys of rows do not know tenants, so what names a file is looked up.
     *
     * @throws IllegalArgumentException when a fact names a file that this tenant does not have
     */
    void check(Collection<Checked> deliveries) throws SQLException {
        Set<UUID> named = new HashSet<>();
        deliveries.stream().flatMap(checked -> checked.facts().stream()).map(Checked.Stored::fact)
                .flatMap(Files::named).forEach(named::add);
        if (!named.isEmpty()) {
            named.removeAll(sql.list(KNOWN, row -> Sql.id(row, "id"), tenant.value(), named.toArray(UUID[]::new)));
            if (!named.isEmpty()) {
                throw new IllegalArgumentException("there is no file " + named.iterator().next());
            }
        }
    }

    /**
     * Locks files and those that they are shown under, in the order of their ids. Where they are shown may change until
     * they are locked, so that is looked at again.
     *
     * @return all that are locked
     */
    static Set<UUID> lock(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        Set<UUID> all = new HashSet<>(learners);
        all.addAll(shownUnder(sql, tenant, all));
        do {
            sql.list(LOCK, row -> Sql.id(row, "id"), tenant.value(), all.toArray(UUID[]::new));
        } while (all.addAll(shownUnder(sql, tenant, all)));
        return all;
    }

    private static List<UUID> shownUnder(Sql sql, TenantId tenant, Set<UUID> learners) throws SQLException {
        return sql.list(SHOWN_UNDER, row -> Sql.id(row, "id"), tenant.value(), learners.toArray(UUID[]::new));
    }

    /** The files that a fact names by their ids. */
    static Stream<UUID> named(Fact fact) {
        return switch (fact) {
            case Fact.PersonDescribed told -> Stream.ofNullable(told.file());
            case Fact.Linked linked -> Stream.of(linked.learner(), linked.person());
            case Fact.ByFile told -> Stream.concat(Stream.of(told.learner()), Merges.named(told));
            default -> Stream.empty();
        };
    }

    /** @param takenBack files of which an import was taken back and that these tell something of */
    void bringUpToDate(List<Entry> entries, List<UUID> takenBack) throws SQLException {
        ConsentTable.add(sql, tenant, entries);
        LinkTable.add(sql, tenant, entries);
        PurchaseTable.add(sql, tenant, entries);
        TagTable.add(sql, tenant, entries);
        Measures.take(sql, tenant, entries);
        CheckedTable.add(sql, tenant, entries);
        Set<UUID> said = IdentityValues.learners(entries);
        Set<UUID> all = new HashSet<>(Merges.learners(entries));
        all.addAll(said);
        all.addAll(Keepers.learners(entries));
        Set<UUID> judged = CheckedTable.learners(entries).collect(Collectors.toSet());
        judged.addAll(takenBack);
        all.addAll(judged);
        if (all.isEmpty()) {
            return;
        }
        // the files that they are shown under change too
        lock(sql, tenant, all);
        Keepers.take(sql, entries);
        Set<UUID> values = new IdentityValues(tenant, sql).say(entries, said);
        UUID[] withdrawn = entries.stream().map(Entry::withdraws).filter(Objects::nonNull).map(Withdrawal::learner)
                .distinct().toArray(UUID[]::new);
        if (withdrawn.length > 0) {
            sql.update(WITHDRAWN, (Object) withdrawn);
        }
        Set<UUID> changed = new HashSet<>(new Merges(tenant, sql).take(entries));
        changed.addAll(values);
        changed.addAll(judged);
        ShownNames.refresh(sql, tenant, changed);
        Likenesses.notice(sql, values);
    }
}
