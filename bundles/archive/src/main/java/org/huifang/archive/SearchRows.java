// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code archive.search} as files are: one row for each that lists show, with the words of every current value of
 * every source, those of merged files included. Written in the transaction that changes the values.
 */
final class SearchRows {
    private static final String SPOKEN = """
        with roots as (select distinct coalesce(merged_into, id) as root from archive.learner
                where tenant = ? and id = any (?::uuid[])),
            parts as (select root, root as part from roots
                union all select p.merged_into, p.id from archive.learner p join roots on p.merged_into = roots.root)
        select l.id, l.name, l.listed, v.field, v.value
        from parts join archive.learner l on l.id = parts.root
            left join lateral (select field, value from archive.identity_value v
                where v.learner = parts.part and v.superseded is null and v.value <> ''
                    and v.field in ('name', 'reading', 'address', 'email', 'phone', 'wechat') offset 0) v on true""";
    private static final String REMOVE = "delete from archive.search where tenant = ? and learner = any (?::uuid[])";
    private static final String PUT = """
        insert into archive.search (tenant, learner, name, words, plain)
        select ?, learner, name, array_to_tsvector(string_to_array(words, ' ')), plain
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as s (learner, name, words, plain)
        on conflict (learner) do update set name = excluded.name, words = excluded.words, plain = excluded.plain
            where (search.name collate "C", search.words, search.plain)
                is distinct from (excluded.name collate "C", excluded.words, excluded.plain)""";
    private static final String FINDABLE = """
        update archive.learner set findable = true where tenant = ? and id = any (?::uuid[]) and not findable""";

    private record Spoken(UUID root, String name, boolean listed, @Nullable String field, @Nullable String value) {}

    private record Row(UUID learner, String name, String words, String plain) {}

    private SearchRows() {
    }

    /** Of these files, or those they were merged into; what lists show of them is up to date already. */
    static void refresh(Sql sql, TenantId tenant, Collection<UUID> learners) throws SQLException {
        UUID[] ids = learners.toArray(UUID[]::new);
        List<Spoken> spoken = sql.list(SPOKEN, row -> new Spoken(Sql.id(row, "id"), row.getString("name"),
                row.getBoolean("listed"), row.getString("field"), row.getString("value")), tenant.value(), ids);
        Map<UUID, SearchWords> words = new LinkedHashMap<>();
        Map<UUID, String> names = new LinkedHashMap<>();
        for (Spoken said : spoken) {
            if (said.listed) {
                names.put(said.root, said.name);
                SearchWords of = words.computeIfAbsent(said.root, root -> named(said.name));
                if (said.field != null && said.value != null) {
                    of.add(said.field, said.value);
                }
            }
        }
        Set<UUID> gone = new HashSet<>(learners);
        spoken.forEach(said -> gone.add(said.root));
        gone.removeAll(names.keySet());
        if (!gone.isEmpty()) {
            sql.update(REMOVE, tenant.value(), gone.toArray(UUID[]::new));
        }
        List<Row> rows = names.keySet().stream().sorted().map(root -> new Row(root, names.getOrDefault(root, ""),
                String.join(" ", words.getOrDefault(root, new SearchWords()).words()),
                words.getOrDefault(root, new SearchWords()).plain())).toList();
        if (!rows.isEmpty()) {
            sql.update(PUT, tenant.value(), Sql.ids(rows, Row::learner), Sql.texts(rows, Row::name),
                    Sql.texts(rows, Row::words), Sql.texts(rows, Row::plain));
        }
        sql.update(FINDABLE, tenant.value(), ids);
    }

    /** Who has said nothing is shown by a key, and found by it. */
    private static SearchWords named(String shown) {
        var words = new SearchWords();
        words.add("name", shown);
        return words;
    }
}
