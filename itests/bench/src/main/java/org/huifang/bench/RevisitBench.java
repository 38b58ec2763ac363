// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;

/**
 * Prints how fast a running distribution has everybody owed what the plan says, plans all their contacts anew, and takes
 * what falls due at one moment, each beside what its database does alone in the same run. Nothing else is asked of it.
 */
public final class RevisitBench {
    private static final int LEARNERS = Integer.getInteger("huifang.enrolments", 20_000);
    private static final List<String> STEPS = List.of("first", "mid", "end", "third", "fifth");
    /** The goal: so long for a million learners. */
    private static final double REPLAN_SECONDS_OF_A_MILLION = 60;
    private static final int BATCH = 1_000;
    /** These ask for little, because they are asked again and again. */
    private static final String OPEN = """
            select count(*) from (select from revisit.obligation where state = 'SCHEDULED' and opens <= clock_timestamp()
                limit %d) o""";
    private static final String OBLIGATIONS = "select coalesce(sum(n), 0) from revisit.owed";
    private static final String TO_PLAN = """
            select count(*) from (select from revisit.replan where at <= clock_timestamp() limit %d) r""";
    private static final String ALONE = """
            with o as (select id from bench.obligation where (state = 'SCHEDULED' or waiting) and opens <= now()
                order by opens limit %d for update skip locked)
            update bench.obligation n set state = 'DUE', waiting = false, fell_due = true from o where n.id = o.id
            returning n.*""".formatted(BATCH);

    private final List<String> rows = new ArrayList<>();
    private final Distribution huifang;
    private final Connection sql;

    private RevisitBench(Distribution huifang, Connection sql) {
        this.huifang = huifang;
        this.sql = sql;
    }

    public static void main(String[] args) throws Exception {
        try (var huifang = Distribution.start(); var sql = Database.of(huifang)) {
            new RevisitBench(huifang, sql).run();
        }
    }

    private void run() throws Exception {
        ManyFiles.fill(huifang, LEARNERS, 0);
        plan();
        double owed = materialise();
        double copied = copy();
        row("%,d enrolments x %d steps become obligations".formatted(LEARNERS, STEPS.size()),
                "%,.0f s, %,.0f obligations/s".formatted(owed, obligations() / owed),
                "inserted alone: %,.0f/s".formatted(obligations() / copied), ratio(copied / owed), "");
        await(TO_PLAN.formatted(1), 0);
        double planned = replan();
        double per = 1_000_000 / planned;
        row("all contacts of %,d learners planned anew".formatted(LEARNERS),
                "%,.0f learners/s".formatted(planned),
                "%,.0f s for a million".formatted(per), ratio(REPLAN_SECONDS_OF_A_MILLION / per),
                ">= 1.00 (60 s for a million)");
        double alone = dequeueAlone();
        double claimed = claim();
        row("%,d due at one moment are taken".formatted(LEARNERS), "%,.0f/s".formatted(claimed),
                "SKIP LOCKED alone: %,.0f/s".formatted(LEARNERS / alone), ratio(alone * claimed / LEARNERS), ">= 0.50");
        System.out.printf("%,d learners, batches of %,d%n| what | measured | the limit | ratio | bar |%n"
                + "|---|---|---|---|---|%n", LEARNERS, BATCH);
        rows.forEach(System.out::println);
        System.out.printf("Again: mvn -Pbench -pl itests/bench verify -Dhuifang.bench=RevisitBench"
                + " -Dhuifang.enrolments=%d%n", LEARNERS);
    }

    /** Five steps, each of which opens so late that during this run nobody is told of it. */
    private void plan() throws SQLException {
        execute("""
                insert into revisit.plan_version (tenant, plan, version, name, status, published)
                values ('default', md5('plan:default')::uuid, 1, '', 'LIVE', '-infinity') on conflict do nothing""");
        execute("delete from revisit.step where plan = md5('plan:default')::uuid");
        for (String step : STEPS) {
            int day = 7 * STEPS.indexOf(step) + 3;
            execute("""
                    insert into revisit.step (tenant, plan, version, position, code, name, kind, anchor, value,
                        opens_after, due_after, minutes, notice)
                    values ('default', md5('plan:default')::uuid, 1, %d, '%s', '', 'CALL', 'START', 0, %d, %d, 5, true)"""
                    .formatted(STEPS.indexOf(step), step, day, day + 6));
        }
    }

    /** From the moment that the enrolments are on the timeline until the last obligation is there. */
    private double materialise() throws Exception {
        execute("""
                insert into archive.timeline (tenant, learner, course, kind, fact, source, at)
                select tenant, learner, course, 'Enrolled', jsonb_build_object(
                    'course', jsonb_build_object('source', 'platform:bench', 'context', course::text),
                    'person', jsonb_build_object('source', 'platform:bench', 'subject', learner::text),
                    'identity', jsonb_build_object(), 'role', 'LEARNER',
                    'at', to_char(now() at time zone 'UTC' - interval '1 hour', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
                    'platform:bench', now() - interval '1 hour'
                from archive.enrolment""");
        long from = System.nanoTime();
        await(OBLIGATIONS, obligations());
        return seconds(from);
    }

    private double copy() throws SQLException {
        execute("create schema if not exists bench");
        execute("create table bench.obligation (like revisit.obligation including all)");
        long from = System.nanoTime();
        execute("insert into bench.obligation select * from revisit.obligation");
        return seconds(from);
    }

    /** As when the calendar of the school has changed. */
    private double replan() throws Exception {
        execute("vacuum (analyze) revisit.obligation, revisit.contact, revisit.replan");
        execute("""
                insert into revisit.replan (tenant, person, at)
                select distinct on (person) tenant, person, 'epoch'::timestamptz from revisit.obligation
                where state in ('SCHEDULED', 'DUE') order by person
                on conflict (person) do update set at = least(replan.at, excluded.at)""");
        return rate(TO_PLAN);
    }

    /** By one client, from a copy of the table with all its indexes. */
    private double dequeueAlone() throws SQLException {
        execute("update bench.obligation set opens = now() - interval '1 hour' where step = 'first'");
        execute("vacuum (analyze) bench.obligation");
        long from = System.nanoTime();
        try (var claim = sql.prepareStatement(ALONE)) {
            while (ArchiveBench.drain(claim) > 0) {
                // until nothing is due any more
            }
        } catch (Exception e) {
            throw new SQLException(e);
        }
        return seconds(from);
    }

    private double claim() throws Exception {
        execute("update revisit.obligation set opens = now() - interval '1 hour' where step = 'first'");
        return rate(OPEN);
    }

    /** So many a second, from when the first batch is done: before it the job may have been at rest. */
    private double rate(String left) {
        String all = left.formatted(LEARNERS);
        Distribution.await(Duration.ofHours(2), () -> number(all) < LEARNERS);
        long from = System.nanoTime();
        long rest = number(all);
        await(left.formatted(1), 0);
        return rest / seconds(from);
    }

    private static long obligations() {
        return (long) LEARNERS * STEPS.size();
    }

    private void await(String query, long expected) {
        Distribution.await(Duration.ofHours(2), () -> number(query) == expected);
    }

    private long number(String query) {
        try (var statement = sql.createStatement(); var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private void execute(String statement) throws SQLException {
        try (var work = sql.createStatement()) {
            work.execute(statement);
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void row(String what, String measured, String limit, String ratio, String bar) {
        rows.add("| %s | %s | %s | %s | %s |".formatted(what, measured, limit, ratio, bar));
        System.err.println(rows.getLast());
    }
}
