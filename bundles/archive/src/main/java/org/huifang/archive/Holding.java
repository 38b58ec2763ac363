// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

/**
 * Which of several values holds, in SQL and of many files at once. {@link Ranks#winners} is the same rule; a change to one
 * is a change to both.
 */
final class Holding {
    /**
     * Takes {@code parts (root, part)}; gives what is {@code said}, the {@code checks} of it, of each value that is said
     * alike whether it is {@code wrong}, and what is {@code held}.
     */
    static final String HELD = """
        -- lateral, for a table without statistics yet: a planner that takes it for empty would read all of it for each
        said as materialized (select parts.root, v.* from parts cross join lateral (
                select tenant, field, value, coalesce(norm, value) as same, source, author, confidence, since, said, id
                from archive.identity_value v
                where v.learner = parts.part and v.superseded is null and v.value <> '' offset 0) v),
            checks as materialized (select parts.root, c.field, archive.same(c.field, c.value) as same,
                    max(c.at) filter (where c.correct) as found_right, max(c.at) filter (where not c.correct) as found_wrong
                from parts cross join lateral (select field, value, correct, at from archive.checked
                    where learner = parts.part offset 0) c group by 1, 2, 3),
            -- asked once for each source, for asking is dear
            ranks as materialized (select tenant, source, archive.rank(tenant, source) as rank
                from (select distinct tenant, source from said) s),
            alike as (select root, field, same, max(s.said) as last, coalesce(max(c.found_wrong)
                        > coalesce(max(c.found_right), '-infinity') and max(c.found_wrong) >= max(s.said), false) as wrong
                from said s left join checks c using (root, field, same) group by root, field, same),
            judged as (select *, coalesce(max(case when not wrong then last end) over (partition by root, field
                    rows between unbounded preceding and unbounded following exclude current row), '-infinity') as otherwise
                from alike),
            held as (select distinct on (root, field) root, field, value, same, author
                from said s join judged using (root, field, same) join ranks using (tenant, source)
                order by root, field, wrong, s.confidence = 'VERIFIED' and s.said > otherwise desc, rank, since desc, source,
                    value collate "C", id)
        """;

    private Holding() {
    }
}
