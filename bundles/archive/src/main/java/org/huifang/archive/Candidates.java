// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Candidate;
import org.huifang.api.archive.PersonKey;
import org.huifang.api.archive.Sought;
import org.huifang.persistence.Sql;
import org.jspecify.annotations.Nullable;

/** Finds the files that the rows of a list may belong to, in one statement for all rows. */
final class Candidates {
    private static final int MOST = 1_000;
    /** The same form as {@code identity_value.norm} has. */
    private static final String FIND = """
        with sought as (select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                as s (n, source, subject, email, phone)),
            hits as (
                select n, 'KEY' as by, k.learner from sought s join archive.identity_key k
                    on k.tenant = ? and k.source = s.source and k.subject = s.subject
                union all
                select n, 'EMAIL', v.learner from sought s cross join lateral (
                    select learner from archive.identity_value v where v.tenant = ? and v.field = 'email'
                        and v.norm = s.email and v.superseded is null offset 0) v
                union all
                select n, 'PHONE', v.learner from sought s cross join lateral (
                    select learner from archive.identity_value v where v.tenant = ? and v.field = 'phone'
                        and v.norm = s.phone and v.superseded is null offset 0) v)
        select distinct n, by, root.id, root.name from hits join archive.learner l on l.id = hits.learner
            join archive.learner root on root.id = coalesce(l.merged_into, l.id)""";

    private Candidates() {
    }

    static List<List<Candidate>> find(Sql sql, TenantId tenant, List<Sought> sought) throws SQLException {
        if (sought.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " are sought at once");
        }
        record Hit(int n, Candidate.By by, UUID learner, String name) {}
        var rows = new Integer[sought.size()];
        Arrays.setAll(rows, n -> n);
        List<Hit> hits = sql.list(FIND,
                row -> new Hit(row.getInt("n"), Candidate.By.valueOf(row.getString("by")), Sql.id(row, "id"),
                        row.getString("name")),
                rows, Sql.texts(sought, one -> source(one.key())), Sql.texts(sought, one -> subject(one.key())),
                Sql.texts(sought, one -> one.email().isBlank()
                        ? null
                        : one.email().strip().toLowerCase(
                                Locale.ROOT)),
                Sql.texts(sought, one -> digits(one.phone())), tenant.value(), tenant.value(), tenant.value());
        var found = new ArrayList<>(Collections.nCopies(sought.size(), List.<Candidate>of()));
        for (Hit hit : hits) {
            var candidates = new ArrayList<>(found.get(hit.n));
            candidates.add(new Candidate(hit.learner, hit.by, Names.same(hit.name, sought.get(hit.n).name())));
            candidates.sort(Comparator.comparing(Candidate::by).thenComparing(Candidate::sameName,
                    Comparator.reverseOrder()).thenComparing(Candidate::learner));
            found.set(hit.n, candidates);
        }
        return found;
    }

    private static @Nullable String source(@Nullable PersonKey key) {
        return key == null ? null : key.source();
    }

    private static @Nullable String subject(@Nullable PersonKey key) {
        return key == null ? null : key.subject();
    }

    private static @Nullable String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.length() < 7 ? null : digits.substring(Math.max(0, digits.length() - 10));
    }
}
