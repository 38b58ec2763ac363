// SPDX-License-Identifier: Apache-2.0
package org.huifang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.huifang.itests.Database;
import org.huifang.itests.Distribution;

/**
 * Fills the archive of a running distribution with generated learners: Chinese and Western names, three values and
 * twenty facts each. Facts are dated before those that the other contexts follow, so that only the archive is measured.
 */
final class ManyFiles {
    static final int FACTS_EACH = 20;
    private static final int AT_ONCE = 100_000;
    private static final int COURSES = 500;
    private static final String ID = "md5('learner ' || n)::uuid";
    private static final String EMAIL = "'learner' || n || '@example.org'";
    private static final String PHONE = "'13' || lpad((n * 7 % 1000000000)::text, 9, '0')";
    private static final String NAME = """
            case when n % 5 = 0 then
                (array['Anna','Bruno','Clara','David','Emma','Felix','Greta','Hugo','Ida','Jonas','Klara','Liam'])
                    [1 + (n * 7919 / 5) % 12] || ' ' ||
                (array['Weber','Schmidt','Fischer','Novak','Rossi','Martin','Silva','Jensen','Kowalski','Ivanov'])
                    [1 + (n * 104729 / 5) % 10] || ' ' || n
            else
                substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕', (1 + n % 40)::int, 1) ||
                substr('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂建文辉玲晓志华', (1 + n / 40 % 31)::int, 1) ||
                case when n % 3 = 0 then '' else
                substr('一思子雨梓浩欣宇佳嘉俊晨怡诗涵博天泽瑞轩', (1 + n / 1240 % 20)::int, 1) end end""";

    private ManyFiles() {
    }

    static void fill(Distribution huifang, int learners) throws Exception {
        fill(huifang, learners, FACTS_EACH);
    }

    /** @param facts each has on the timeline */
    static void fill(Distribution huifang, int learners, int facts) throws Exception {
        try (Connection connection = Database.of(huifang); Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("set local huifang.tenant = 'default'");
            courses(sql);
            connection.commit();
            for (int from = 0; from < learners; from += AT_ONCE) {
                sql.execute("set local huifang.tenant = 'default'");
                part(sql, from, Math.min(learners, from + AT_ONCE) - 1, facts);
                connection.commit();
                System.err.printf("%,d of %,d learners%n", Math.min(learners, from + AT_ONCE), learners);
            }
            connection.setAutoCommit(true);
            sql.execute("vacuum (analyze) archive.learner, archive.identity_value, archive.identity_key,"
                    + " archive.enrolment, archive.timeline");
        }
    }

    private static void courses(Statement sql) throws SQLException {
        sql.execute("""
                insert into archive.course (tenant, id, title)
                select 'default', md5('course ' || n)::uuid, 'Course ' || n from generate_series(0, %d) n"""
                .formatted(COURSES - 1));
    }

    private static void part(Statement sql, int first, int last, int facts) throws SQLException {
        String people = " from generate_series(%d::bigint, %d) n".formatted(first, last);
        sql.execute("insert into archive.learner (tenant, id, name, email, phone) select 'default', " + ID + ", " + NAME
                + ", " + EMAIL + ", " + PHONE + people);
        sql.execute("insert into archive.identity_key (tenant, source, subject, learner)"
                + " select 'default', 'platform:bench', n::text, " + ID + people);
        for (var value : Map.of("name", NAME, "email", EMAIL, "phone", PHONE).entrySet()) {
            sql.execute("""
                    insert into archive.identity_value (tenant, learner, field, source, value, since, said)
                    select 'default', %s, '%s', 'platform:bench', %s, '2026-01-01', '2026-01-01' %s"""
                    .formatted(ID, value.getKey(), value.getValue(), people));
        }
        sql.execute("""
                insert into archive.enrolment (tenant, course, learner, role, role_at, enrolled, joined, lesson_at,
                    last_activity, progress)
                select 'default', md5('course ' || n %% %d)::uuid, %s, 'LEARNER', '2026-01-01', '2026-01-01',
                    '2026-01-01', '2026-02-01', '2026-02-01', n %% 101 %s""".formatted(COURSES, ID, people));
        sql.execute("""
                insert into archive.timeline (xact, tenant, learner, course, kind, fact, source, at)
                select '3'::xid8, 'default', %s, md5('course ' || n %% %d)::uuid, 'LessonCompleted',
                    jsonb_build_object('course', jsonb_build_object('source', 'platform:bench', 'context', 'c'),
                        'person', jsonb_build_object('source', 'platform:bench', 'subject', n::text),
                        'lesson', 'Lesson ' || k, 'progress', k * 5, 'at',
                        to_char(timestamp '2026-01-01' + k * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
                    'platform:bench', timestamptz '2026-01-01 00:00Z' + k * interval '1 day'
                %s, generate_series(1, %d) k""".formatted(ID, COURSES, people, facts));
    }
}
