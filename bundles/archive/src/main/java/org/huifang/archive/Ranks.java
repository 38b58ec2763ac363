// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.FieldValue;
import org.huifang.persistence.Sql;

/** How much sources are believed, 0 the most; the same rule as the database's {@code archive.rank}. */
record Ranks(Map<String, Integer> bySource) {
    static final List<String> DEFAULT = List.of("learner", "staff", "platform", "hook", "import");
    private static final int UNKNOWN = 1_000;
    private static final String READ = "select source, rank from archive.source_rank where tenant = ? order by rank";
    private static final String REPLACE = """
        with gone as (delete from archive.source_rank where tenant = ? and source <> all (?)),
            waiting as (insert into archive.reshow (tenant) values (?)
                on conflict (tenant) do update set after = excluded.after)
        insert into archive.source_rank (tenant, source, rank)
        select ?, source, n - 1 from unnest(?::text[]) with ordinality as s (source, n)
        on conflict (tenant, source) do update set rank = excluded.rank""";

    static Ranks read(Sql sql, TenantId tenant) throws SQLException {
        var ranks = new LinkedHashMap<String, Integer>();
        for (var rank : sql.list(READ, row -> Map.entry(row.getString("source"), row.getInt("rank")),
                tenant.value())) {
            ranks.put(rank.getKey(), rank.getValue());
        }
        if (ranks.isEmpty()) {
            DEFAULT.forEach(source -> ranks.put(source, ranks.size()));
        }
        return new Ranks(ranks);
    }

    /** @throws IllegalArgumentException when one is named twice or is no source */
    static void replace(Sql sql, TenantId tenant, List<String> sources) throws SQLException {
        for (String source : sources) {
            if (!source.matches("[a-z]+(:.{1,90})?")) {
                throw new IllegalArgumentException("not a source: " + source);
            }
        }
        if (new LinkedHashSet<>(sources).size() < sources.size()) {
            throw new IllegalArgumentException("a source is named twice");
        }
        String[] texts = sources.toArray(String[]::new);
        sql.update(REPLACE, tenant.value(), texts, tenant.value(), tenant.value(), texts);
    }

    List<String> sources() {
        return List.copyOf(bySource.keySet());
    }

    int of(String source) {
        Integer own = bySource.get(source);
        int colon = source.indexOf(':');
        return own != null ? own : bySource.getOrDefault(colon < 0 ? source : source.substring(0, colon), UNKNOWN);
    }

    /**
     * Of each field the value that holds, by the rule of {@link Holding}: not one that was found wrong where there is
     * another; one that was verified after all others were said; else that of the highest source, of equals the newest.
     * Values in it are not empty.
     */
    Map<String, FieldValue> winners(Collection<Said> current, FoundWrong found) {
        List<Said> said = current.stream().filter(one -> !one.value().isEmpty()).toList();
        var last = new HashMap<FoundWrong.Value, Instant>();
        said.forEach(one -> last.merge(one.meant(), one.stated(), (a, b) -> a.isAfter(b) ? a : b));
        var wrong = new HashSet<FoundWrong.Value>(last.keySet());
        wrong.removeIf(value -> !found.still(value, Objects.requireNonNull(last.get(value))));
        Predicate<Said> newest = one -> one.confidence() == Confidence.VERIFIED && last.entrySet().stream()
                .filter(other -> other.getKey().field().equals(one.place().field())
                        && !other.getKey().equals(one.meant()) && !wrong.contains(other.getKey()))
                .allMatch(other -> other.getValue().isBefore(one.said()));
        var winners = new LinkedHashMap<String, FieldValue>();
        said.stream()
                .sorted(Comparator.comparing((Said one) -> one.place().field())
                        .thenComparing(one -> wrong.contains(one.meant())).thenComparing(one -> !newest.test(one))
                        .thenComparing(one -> of(one.place().source()))
                        .thenComparing(Said::since, Comparator.reverseOrder())
                        .thenComparing(one -> one.place().source()).thenComparing(Said::value)
                        .thenComparing(one -> Objects.requireNonNullElse(one.id(), 0L)))
                .forEach(one -> winners.putIfAbsent(one.place().field(), one.shown()));
        return winners;
    }

    /** What other sources say otherwise, the most believed first; the same in another spelling is no conflict. */
    List<FieldValue> others(Collection<Said> current, Map<String, FieldValue> winners) {
        return current.stream()
                .filter(said -> !said.value().isEmpty()
                        && !(winners.get(said.place().field()) instanceof FieldValue holds
                                && said.meant().equals(FoundWrong.Value.of(holds.field(), holds.value()))))
                .map(Said::shown)
                .sorted(Comparator.comparing(FieldValue::field).thenComparing(value -> of(value.source()))
                        .thenComparing(FieldValue::since, Comparator.reverseOrder())
                        .thenComparing(FieldValue::id))
                .toList();
    }
}
