// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.lti.CourseGroupsClaim;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CourseGroupsTest extends GradesFixture {
    private final CourseGroups groups = new CourseGroups(egress, tokens, clock);

    private CourseGroupsClaim door(Set<String> granted, boolean sets) {
        return new CourseGroupsClaim(granted, uri("/s/groups?type_id=1"), sets ? uri("/s/sets") : null, List.of("1.0"));
    }

    @Tag("GS-02")
    @Tag("GS-03")
    @Tag("GS-04")
    @Test
    void groups_of_one_person_are_read_over_all_pages_with_the_media_type_of_the_service() {
        answers.put("GET /s/groups?type_id=1&user_id=42", new Answer(200,
                "{\"groups\":[{\"id\":\"g1\",\"name\":\"A\",\"tag\":\"t\",\"set_id\":\"s1\"},{\"name\":\"no id\"}]}",
                Map.of("Link", "<" + uri("/s/groups?2") + ">; rel=\"next\"")));
        on("GET /s/groups?2", 200, "{\"groups\":[{\"id\":7}]}");
        assertThat(done(groups.groups(registration, door(Set.of(CourseGroups.SCOPE), true), "42"))).containsExactly(
                new CourseGroup("g1", "A", "t", "s1"), new CourseGroup("7", "", null, null));
        assertThat(asked).extracting(Asked::accept)
                .containsOnly("application/vnd.ims.lti-gs.v1.contextgroupcontainer+json");
    }

    @Tag("GS-02")
    @Test
    void sets_are_read_and_a_platform_without_sets_has_none() {
        on("GET /s/sets", 200, "{\"sets\":[{\"id\":\"s1\",\"name\":\"S\"}]}");
        assertThat(done(groups.sets(registration, door(Set.of(), true))))
                .containsExactly(new CourseGroup("s1", "S", null, null));
        assertThat(done(groups.sets(registration, door(Set.of(), false)))).isEmpty();
        on("GET /s/sets", 200, "[]");
        assertThat(failed(groups.sets(registration, door(Set.of(), true))).kind()).isEqualTo(Kind.UNEXPECTED_ANSWER);
    }

    @Tag("GS-05")
    @Test
    void groups_are_not_read_without_the_scope() {
        assertThat(failed(groups.groups(registration, door(Set.of("other"), true), null)).kind())
                .isEqualTo(Kind.SCOPE_MISSING);
        assertThat(platform.requests).isEmpty();
    }
}
