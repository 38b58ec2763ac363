// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.platform.CourseGroups.Group;
import org.huifang.api.platform.RosterSync;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ToldGroupsTest {
    private static final String BOTH = """
        {"id":"g0","name":"Tuesday","set_id":"s1"},{"id":"g1","name":"Thursday"}""";

    @RegisterExtension
    static final ToolAtCampus HERE = new ToolAtCampus();

    private final ToolServer tool = HERE.tool;
    private final Campus campus = HERE.campus;

    @BeforeEach
    void three_learners_in_two_groups() {
        campus.groups = BOTH;
        campus.groupStatus = 200;
        campus.rosterQueries.clear();
        campus.roster.clear();
        campus.member("1", "陈晓", "Learner", "g0");
        campus.member("2", "Ada", "Learner", "g0", "g1");
        campus.member("3", "Grace", "Instructor", "g0", "g1");
        campus.member("4", "Lin", "Learner");
    }

    @AfterEach
    void without() {
        campus.groups = null;
    }

    private UUID launched() {
        return UUID.fromString(new Browser(tool).launch(campus, "3", List.of("Instructor")).headers()
                .firstValue("Location").orElseThrow().split("/")[4]);
    }

    private List<Group> read(UUID course) {
        assertThat(tool.platforms.syncRoster(TenantId.DEFAULT, course)).isInstanceOf(RosterSync.Done.class);
        return tool.groups.of(TenantId.DEFAULT, course);
    }

    @Test
    @Tag("GS-01")
    @Tag("GS-04")
    void the_groups_of_a_course_come_with_its_roster_and_hold_those_who_learn() {
        UUID course = launched();
        assertThat(tool.groups.of(TenantId.DEFAULT, course)).isEmpty();
        assertThat(read(course)).containsExactly(new Group("g1", "Thursday", "", 1),
                new Group("g0", "Tuesday", "Lesson times", 2));
        assertThat(campus.rosterQueries).last().asString().contains("groups=true");
        assertThat(tool.groups.learners(TenantId.DEFAULT, course, "g0")).hasSize(2)
                .containsAll(tool.groups.learners(TenantId.DEFAULT, course, "g1"));
        assertThat(tool.groups.learners(TenantId.DEFAULT, course, "g9")).isEmpty();
        assertThat(tool.groups.of(new TenantId("other"), course)).isEmpty();
        assertThat(tool.groups.learners(new TenantId("other"), course, "g0")).isEmpty();
    }

    @Test
    void who_changes_the_group_changes_it_here_and_a_group_no_longer_told_is_gone() {
        UUID course = launched();
        read(course);
        campus.member("1", "陈晓", "Learner", "g1", "never-told");
        assertThat(read(course)).containsExactly(new Group("g1", "Thursday", "", 2),
                new Group("g0", "Tuesday", "Lesson times", 1));
        campus.groups = "{\"id\":\"g1\",\"name\":\"Thursday evening\"}";
        assertThat(read(course)).containsExactly(new Group("g1", "Thursday evening", "", 2));
        campus.groups = "";
        assertThat(read(course)).isEmpty();
    }

    @Test
    void a_platform_that_does_not_tell_its_groups_today_takes_none_away() {
        UUID course = launched();
        List<Group> before = read(course);
        campus.groupStatus = 503;
        assertThat(read(course)).isEqualTo(before);
    }

    @Test
    void where_the_platform_offers_no_groups_none_are_asked_for() {
        campus.groups = null;
        UUID course = launched();
        assertThat(read(course)).isEmpty();
        assertThat(campus.rosterQueries).last().asString().doesNotContain("groups");
        assertThat(campus.asked).noneMatch(asked -> asked.startsWith("/groups"));
    }
}
