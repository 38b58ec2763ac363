// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Finds files by what somebody typed. What matches, by name; if nothing does, who is read the same; if nobody is, the few
 * who are spelt nearly so, the nearest first.
 */
final class Finding {
    /** More are not counted. */
    static final int MOST_COUNTED = 10_000;
    private static final int NEAREST = 20;
    /** The database proposes these many, by the trigrams they share; counting slips says which can be meant. */
    private static final int PROPOSED = 300;
    private static final double NEAR = 0.3;
    private static final String ALIKE = "~";
    /** The tenant is named because the policy of this table does not bind its owner. */
    private static final String ROWS = " from archive.search s where s.tenant = ? and ";
    private static final String AFTER = """
         and (s.name, s.learner) > ((select a.name from archive.learner a where a.tenant = ? and a.id = ?), ?)""";
    private static final String NEARLY = """
        select s.learner, tsvector_to_array(s.words) as words
        from archive.search s join archive.learner l on l.id = s.learner and l.listed
        where s.tenant = ? and l.tenant = ?""";
    private static final String NEAREST_FIRST = " order by word_similarity(?, s.plain) desc, s.name, s.learner limit "
            + PROPOSED;

    private record Proposed(UUID learner, List<String> words) {}

    private final Sql sql;
    private final TenantId tenant;

    Finding(Sql sql, TenantId tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    /** Ids in the order in which they are to be shown; of nothing typed nothing. */
    Page<UUID> find(String typed, @Nullable String after, int limit) throws SQLException {
        Optional<Search> exact = Search.exact(typed);
        if (exact.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Optional<Search> alike = Search.alike(typed);
        if (after != null) {
            boolean read = after.startsWith(ALIKE);
            return page(read ? alike.orElse(exact.get()) : exact.get(), read ? ALIKE : "",
                    UUID.fromString(read ? after.substring(1) : after), limit);
        }
        Page<UUID> found = page(exact.get(), "", null, limit);
        if (found.items().isEmpty() && alike.isPresent()) {
            found = page(alike.get(), ALIKE, null, limit);
        }
        return found.items().isEmpty() ? new Page<>(spelt(typed, limit), null) : found;
    }

    long count(String typed) throws SQLException {
        Optional<Search> exact = Search.exact(typed);
        long count = exact.isEmpty() ? 0 : count(exact.get());
        if (count == 0) {
            Optional<Search> alike = Search.alike(typed);
            count = alike.isEmpty() ? 0 : count(alike.get());
        }
        return count == 0 ? spelt(typed, NEAREST).size() : count;
    }

    /** What a search means for a condition beside it; empty when nothing is sought. */
    Optional<Search> meant(String typed) throws SQLException {
        Optional<Search> exact = Search.exact(typed);
        if (exact.isEmpty() || any(exact.get())) {
            return exact;
        }
        Optional<Search> alike = Search.alike(typed);
        return alike.isPresent() && any(alike.get())
                ? alike
                : Optional.of(new Search("s.learner = any (?::uuid[])",
                        List.of((Object) spelt(typed, NEAREST).toArray(UUID[]::new))));
    }

    private boolean any(Search search) throws SQLException {
        return !page(search, "", null, 1).items().isEmpty();
    }

    private Page<UUID> page(Search search, String mark, @Nullable UUID after, int limit) throws SQLException {
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        parameters.addAll(search.parameters());
        if (after != null) {
            parameters.addAll(List.of(tenant.value(), after, after));
        }
        parameters.add(Pages.checked(limit) + 1);
        List<UUID> ids = sql.list("select s.learner" + ROWS + search.sql() + (after == null ? "" : AFTER)
                + " order by s.name, s.learner limit ?", row -> Sql.id(row, "learner"), parameters.toArray());
        return Pages.of(ids, limit, id -> mark + id);
    }

    private long count(Search search) throws SQLException {
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        parameters.addAll(search.parameters());
        return sql.list("select count(*) from (select" + ROWS + search.sql() + " limit " + (MOST_COUNTED + 1) + ") c",
                row -> row.getLong(1), parameters.toArray()).getFirst();
    }

    private List<UUID> spelt(String typed, int limit) throws SQLException {
        List<String> words = Search.spelt(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        sql.list("select set_config('pg_trgm.word_similarity_threshold', ?, true)", row -> row.getString(1),
                Double.toString(NEAR));
        var parameters = new ArrayList<Object>(List.of(tenant.value(), tenant.value()));
        parameters.addAll(words);
        parameters.add(String.join(" ", words));
        return sql.list(NEARLY + " and ? <% s.plain".repeat(words.size()) + NEAREST_FIRST, row -> new Proposed(
                Sql.id(row, "learner"), List.of((String[]) row.getArray("words").getArray())), parameters.toArray())
                .stream().filter(proposed -> Misspelt.of(words, proposed.words)).map(Proposed::learner).limit(limit)
                .toList();
    }
}
