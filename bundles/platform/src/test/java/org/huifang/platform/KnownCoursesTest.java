// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KnownCoursesTest {
    @RegisterExtension
    static final ToolAtCampus HERE = new ToolAtCampus();

    private final ToolServer tool = HERE.tool;
    private final Campus campus = HERE.campus;

    private KnownCourses courses() {
        return new KnownCourses(tool.store, tool.platforms);
    }

    private void open(UUID platform, String context) {
        tool.courses.keep(new CourseContext(TenantId.DEFAULT, platform, context, UUID.randomUUID(), context, null, null,
                null, 0));
    }

    @Test
    void a_course_is_found_by_its_id_there_in_its_own_school_only() {
        UUID platform = tool.platforms.all(TenantId.DEFAULT).getFirst().id();
        open(platform, "c1");
        assertThat(courses().known(TenantId.DEFAULT, List.of("c1", "never-opened"))).containsOnlyKeys("c1")
                .containsEntry("c1", new CourseKey(CourseContext.source(platform), "c1"));
        assertThat(courses().known(new TenantId("other"), List.of("c1"))).isEmpty();
    }

    @Test
    void an_id_that_two_platforms_have_says_nothing() {
        Platform one = tool.platforms.all(TenantId.DEFAULT).getFirst();
        Platform two = tool.platforms.add(TenantId.DEFAULT, campus.issuer(), "second", "1", campus.uri("/auth"),
                campus.uri("/token"), campus.uri("/jwks"));
        open(one.id(), "both");
        open(two.id(), "both");
        open(two.id(), "only-there");
        assertThat(courses().known(TenantId.DEFAULT, List.of("both", "only-there"))).containsOnlyKeys("only-there");
    }
}
