// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Finds files by what somebody typed. What matches, by name; if nothing does, who is read the same; if nobody is, the few
 * who are spelt nearly so.
 */
final class Finding {
    /** More are not counted. */
    static final int MOST_COUNTED = 10_000;
    private static final int NEAREST = 20;
    /** Looked at for what can have been meant; of a school with very many alike some are not. */
    private static final int GUESSED = 2_000;
    private static final String ALIKE = "~";
    /** The tenant is named because the policy of this table does not bind its owner. */
    private static final String ROWS = " from archive.search s where s.tenant = ? and ";
    private static final String AFTER = " and (s.name, s.learner) > (?, ?)";
    private static final String GUESS = "select s.learner, s.name, tsvector_to_array(s.words) as words" + ROWS;

    private record Guessed(UUID learner, List<String> words) {}

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
                    Beyond.parse(read ? after.substring(1) : after), limit);
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

    private Page<UUID> page(Search search, String mark, @Nullable Beyond after, int limit) throws SQLException {
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        parameters.addAll(search.parameters());
        if (after != null) {
            parameters.addAll(after.parameters());
        }
        parameters.add(Pages.checked(limit) + 1);
        return Listing.ids(sql.list("select s.learner, s.name" + ROWS + search.sql() + (after == null ? "" : AFTER)
                + " order by s.name, s.learner limit ?",
                row -> new Beyond(Sql.id(row, "learner"), row.getString("name")), parameters.toArray()), mark, limit);
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
        Search guess = Guess.of(words);
        var parameters = new ArrayList<Object>(List.of(tenant.value()));
        parameters.addAll(guess.parameters());
        return sql.list("select * from (" + GUESS + guess.sql() + " limit " + GUESSED + ") g order by name, learner",
                row -> new Guessed(Sql.id(row, "learner"),
                        List.of((String[]) row.getArray("words").getArray())),
                parameters.toArray()).stream().filter(guessed -> Misspelt.of(words, guessed.words))
                .map(Guessed::learner).limit(limit).toList();
    }
}
