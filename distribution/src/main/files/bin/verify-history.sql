-- SPDX-License-Identifier: Apache-2.0
-- Computes the hash chains over the timelines anew, without any part of Huifang. For whoever kept anchors (by download,
-- GET /api/v1/history/anchors, or on paper) and wants to know whether the history up to them still is what was recorded:
--
--     psql -f verify-history.sql
--
-- with Huifang's own PostgreSQL, from the folder that holds "data":
--
--     PGPASSWORD=$(cat data/postgres/password) psql -h 127.0.0.1 -p $(cat data/postgres/port) -U huifang -f bin/verify-history.sql
--
-- as somebody who may read the schema "archive". For each day: the block with which it ended, how many facts there are up
-- to it, the hash computed from the facts as they are now, and the first block that differs from what was sealed. Nothing
-- was changed, added or taken away when wrong_from is empty and block, facts and hash are those that you kept.
select set_config('huifang.tenant', '*', false);
with chain as (
    select tenant, n, xact, id, total, hash, lag(hash) over chained as before, lag(n) over chained as behind,
        coalesce(lag(xact) over chained, '0') as from_xact, coalesce(lag(id) over chained, 0) as from_id
    from archive.block window chained as (partition by tenant order by n)),
computed as (
    select c.tenant, c.n, c.hash, f.facts, c.total,
        sha256(coalesce(c.before, ''::bytea) || coalesce(f.digests, ''::bytea)) as computed,
        coalesce(c.behind, 0) = c.n - 1 as follows
    from chain c cross join lateral (
        select count(*) as facts, string_agg(sha256(convert_to(jsonb_build_array(t.xact::text, t.id, t.tenant, t.learner,
            t.course, t.kind, t.fact, t.source, (extract(epoch from t.at) * 1000000)::bigint,
            (extract(epoch from t.recorded) * 1000000)::bigint)::text, 'UTF8')), ''::bytea order by t.xact, t.id) as digests
        from archive.timeline t
        where t.tenant = c.tenant and (t.xact, t.id) > (c.from_xact, c.from_id) and (t.xact, t.id) <= (c.xact, c.id)) f),
summed as (
    select *, sum(facts) over (partition by tenant order by n) as facts_so_far,
        min(n) filter (where not follows or hash <> computed) over (partition by tenant order by n) as wrong_from
    from computed)
select a.tenant, a.day, s.n as block, s.facts_so_far as facts, encode(s.computed, 'hex') as hash, s.wrong_from
from archive.anchor a join summed s on s.tenant = a.tenant and s.n = a.n
order by a.tenant, a.day;
