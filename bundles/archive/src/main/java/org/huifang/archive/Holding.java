// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

/**
 * Which of several values holds, in SQL and of many files at once. {@link Ranks#winners} is the same rule; a change to one
 * is a change to both.
 */
final class Holding {
    /**
     * Takes {@code parts (root, part)}; gives the {@code checks}, what is said and whether it is wrong as {@code judged},
     * and what is {@code held}.
     */
    static final String HELD = """
        -- lateral, for a table without statistics yet: a planner that takes it for empty would read all of it for each
        said as materialized (select parts.root, v.* from parts cross join lateral (
                select tenant, field, value, coalesce(norm, value) as same, source, author, confidence, since, said, id,
                    -- a platform repeats what it has whenever it speaks of somebody: that says nothing new
                    """ + Said.STATED + """
                     as stated
                from archive.identity_value v
                where v.learner = parts.part and v.superseded is null and v.value <> '' offset 0) v),
            checks as materialized (select parts.root, c.field, archive.same(c.field, c.value) as same,
                    max(c.at) filter (where c.correct) as found_right, max(c.at) filter (where not c.correct) as found_wrong
                from parts cross join lateral (select field, value, correct, at from archive.checked
                    where learner = parts.part offset 0) c group by 1, 2, 3),
            -- asked once for each source, for asking is dear
            ranks as materialized (select tenant, source, archive.rank(tenant, source) as rank
                from (select distinct tenant, source from said) s),
            -- windows and no joins with itself, for the same reason
            judged as materialized (select *, coalesce(max(stated) filter (where not wrong) over (partition by root, field
                    order by same groups between unbounded preceding and unbounded following exclude group), '-infinity')
                    as otherwise
                from (select s.*, coalesce(c.found_wrong > coalesce(c.found_right, '-infinity') and c.found_wrong
                            >= max(s.stated) over (partition by s.root, s.field, s.same), false) as wrong
                    from said s left join checks c using (root, field, same)) s),
            held as (select distinct on (root, field) root, field, value, same, author
                from judged join ranks using (tenant, source)
                order by root, field, wrong, confidence = 'VERIFIED' and said > otherwise desc, rank, since desc, source,
                    value collate "C", id)
        """;

    private Holding() {
    }
}
