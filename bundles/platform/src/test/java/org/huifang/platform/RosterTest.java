// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Fact;
import org.huifang.api.platform.RosterSync;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RosterTest {
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;
    private UUID course;

    @BeforeEach
    void an_instructor_came() {
        campus.rosterStatus = 200;
        campus.roster.clear();
        campus.member("1", "陈晓", "Learner");
        campus.member("2", "Ada", "Learner");
        campus.member("3", "Grace", "Instructor");
        String location = new Browser(tool).launch(campus, "3", List.of("Instructor")).headers()
                .firstValue("Location").orElseThrow();
        course = UUID.fromString(location.split("/")[4]);
        tool.archive.deliveries.clear();
    }

    @Tag("NRPS-10")
    @Test
    void joins_changes_and_leavings_are_recorded_once() {
        assertThat(sync()).isEqualTo(new RosterSync.Done(3, 3, 0));
        assertThat(tool.archive.facts()).hasSize(3).allSatisfy(f -> assertThat(f).isInstanceOf(Fact.Enrolled.class));
        assertThat(tool.archive.facts()).filteredOn(f -> ((Fact.Enrolled) f).role() == CourseRole.INSTRUCTOR)
                .hasSize(1);
        assertThat(sync()).isEqualTo(new RosterSync.Done(3, 0, 0));
        assertThat(tool.archive.facts()).hasSize(3);

        campus.member("2", "Ada Lovelace", "Learner");
        campus.roster.remove("1");
        assertThat(sync()).isEqualTo(new RosterSync.Done(2, 0, 1));
        assertThat(tool.archive.facts()).hasSize(5);

        campus.member("1", "陈晓", "Learner");
        assertThat(sync()).isEqualTo(new RosterSync.Done(3, 1, 0));
        assertThat(tool.archive.facts()).hasSize(6);
    }

    @Test
    void an_exchange_that_broke_off_after_the_archive_is_repeated_without_doubling() throws Exception {
        sync();
        tool.database.execute("truncate platform.member");
        tool.database.execute("update platform.context set sync = 0");
        assertThat(sync()).isEqualTo(new RosterSync.Done(3, 3, 0));
        assertThat(tool.archive.facts()).hasSize(3);
    }

    @Test
    void a_platform_that_fails_or_lists_nobody_changes_nothing() {
        sync();
        campus.rosterStatus = 503;
        assertThat(sync()).isInstanceOf(RosterSync.Failed.class);
        campus.rosterStatus = 200;
        campus.roster.clear();
        assertThat(sync()).isInstanceOf(RosterSync.Failed.class);
        assertThat(tool.count("member")).isEqualTo(3);
        assertThat(tool.archive.facts()).hasSize(3);
    }

    @Test
    void the_job_takes_what_was_asked_for_and_then_each_course_every_quarter_of_an_hour() {
        SyncRosters job = new SyncRosters(tool.courses, tool.exchange, tool.clock);
        assertThat(job.run()).isTrue();
        assertThat(job.run()).isFalse();
        assertThat(tool.archive.facts()).hasSize(3);
        tool.pass(Duration.ofMinutes(15));
        assertThat(job.run()).isTrue();
        assertThat(job.run()).isFalse();
    }

    @Test
    void a_course_without_an_address_offers_no_roster() {
        assertThat(tool.platforms.syncRoster(TenantId.DEFAULT, UUID.randomUUID()))
                .isEqualTo(new RosterSync.NotOffered());
        assertThat(tool.platforms.syncRoster(new TenantId("other"), course)).isEqualTo(new RosterSync.NotOffered());
    }

    @Test
    @Tag("NRPS-10")
    void who_is_suspended_has_left_who_returns_is_enrolled_again_and_a_lost_hook_is_made_up_for() {
        sync();
        campus.roster.put("2",
                "{\"user_id\":\"2\",\"name\":\"Ada\",\"status\":\"Inactive\",\"roles\":[\"Learner\"]}");
        assertThat(sync()).isEqualTo(new RosterSync.Done(2, 0, 1));
        assertThat(tool.archive.facts().getLast()).isInstanceOfSatisfying(Fact.Left.class,
                left -> assertThat(left.person().subject()).isEqualTo("2"));
        campus.member("2", "Ada", "Learner");
        assertThat(sync()).isEqualTo(new RosterSync.Done(3, 1, 0));
        // nobody told of these two: no hook, no launch
        campus.member("4", "Lin", "Learner");
        campus.roster.remove("1");
        int before = tool.archive.facts().size();
        tool.pass(Duration.ofMinutes(15));
        assertThat(new SyncRosters(tool.courses, tool.exchange, tool.clock).run()).isTrue();
        assertThat(tool.archive.facts().subList(before, tool.archive.facts().size())).hasSize(2)
                .anyMatch(f -> f instanceof Fact.Enrolled e && e.person().subject().equals("4"))
                .anyMatch(f -> f instanceof Fact.Left l && l.person().subject().equals("1"));
    }

    private RosterSync sync() {
        return tool.platforms.syncRoster(TenantId.DEFAULT, course);
    }
}
