// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.huifang.api.TenantId;
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

    /** Of each field the value that holds: of the highest source, of equals the newest. Values in it are not empty. */
    Map<String, FieldValue> winners(Collection<FieldValue> current) {
        var winners = new LinkedHashMap<String, FieldValue>();
        current.stream().filter(value -> !value.value().isEmpty())
                .sorted(Comparator.comparing(FieldValue::field).thenComparing(value -> of(value.source()))
                        .thenComparing(FieldValue::since, Comparator.reverseOrder())
                        .thenComparing(FieldValue::source).thenComparing(FieldValue::value)
                        .thenComparing(FieldValue::id))
                .forEach(value -> winners.putIfAbsent(value.field(), value));
        return winners;
    }

    /** What other sources say otherwise, the most believed first; what they say alike is no conflict. */
    List<FieldValue> others(Collection<FieldValue> current, Map<String, FieldValue> winners) {
        var others = new ArrayList<>(current);
        others.removeIf(value -> value.value().isEmpty()
                || winners.get(value.field()) instanceof FieldValue holds && value.value().equals(holds.value()));
        others.sort(Comparator.comparing(FieldValue::field).thenComparing(value -> of(value.source()))
                .thenComparing(FieldValue::since, Comparator.reverseOrder()).thenComparing(FieldValue::id));
        return others;
    }
}
