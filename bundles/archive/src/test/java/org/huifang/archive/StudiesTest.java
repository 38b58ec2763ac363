// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.archive.Course101.COURSE;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.enrolled;
import static org.huifang.archive.Course101.learner;
import static org.huifang.archive.Course101.person;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Stage;
import org.huifang.api.archive.Study;
import org.junit.jupiter.api.Test;

class StudiesTest {
    @Test
    void the_last_word_about_access_and_the_last_test_hold_in_whatever_order_they_come() {
        try (var here = new Course101()) {
            UUID anna = learner(here.record("e", enrolled("anna", "Anna", MONDAY)), "anna");
            here.record("later", new Fact.AccessGranted(COURSE, person("anna"), null, null, 2, day(9)),
                    new Fact.TestTaken(COURSE, person("anna"), "Unit 2", 80, true, day(8)));
            here.record("earlier", new Fact.AccessGranted(COURSE, person("anna"), null, day(90), 10, day(1)),
                    new Fact.TestTaken(COURSE, person("anna"), "Unit 1", 40, false, day(2)));
            List<Study> studies = here.keeping.studies(TENANT, anna);
            UUID course = here.archive.file(TENANT, anna).orElseThrow().enrolments().getFirst().course();
            assertThat(studies).containsExactly(new Study(course,
                    new Fact.AccessGranted(COURSE, person("anna"), null, day(90), 2, day(9)),
                    new Fact.TestTaken(COURSE, person("anna"), "Unit 2", 80, true, day(8))));
            assertThat(here.keeping.studies(new TenantId("other"), anna)).isEmpty();
        }
    }

    @Test
    void a_test_is_activity_and_money_that_went_back_is_no_farewell() {
        try (var here = new Course101()) {
            UUID ben = learner(here.record("e", enrolled("ben", "Ben", MONDAY)), "ben");
            here.record("t", new Fact.TestTaken(COURSE, person("ben"), "Unit 1", 40, false, day(2)));
            here.record("r", new Fact.RefundAsked(COURSE, person("ben"), "", day(3)),
                    new Fact.Refunded(COURSE, person("ben"), day(4)),
                    new Fact.Complained(COURSE, person("ben"), "too fast", day(5)));
            Enrolment enrolment = here.archive.file(TENANT, ben).orElseThrow().enrolments().getFirst();
            assertThat(enrolment.lastActivity()).isEqualTo(day(2));
            assertThat(enrolment.stage()).isEqualTo(Stage.ENROLLED);
            assertThat(here.keeping.studies(TENANT, ben)).hasSize(1);
        }
    }
}
