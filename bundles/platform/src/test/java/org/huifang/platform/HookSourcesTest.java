// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huifang.api.CommandRefused;
import org.huifang.api.TenantId;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSource.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HookSourcesTest {
    private static final TenantId HERE = TenantId.DEFAULT;
    @RegisterExtension
    static final ToolAtCampus BOTH = new ToolAtCampus();
    private static final ToolServer tool = BOTH.tool;
    private static final Campus campus = BOTH.campus;

    @Test
    void the_command_gives_a_token_that_is_valid_for_a_day_after_it_is_rotated() throws Exception {
        String printed = new AddHookSource(tool.hooks, tool.platforms, tool.here)
                .run(Map.of("name", List.of("plugin"), "kind", List.of("token")), List.of());
        String token = printed.substring(printed.lastIndexOf(' ') + 1);
        assertThat(token).startsWith("hft_");
        HookSource source = tool.hooks.find("plugin").orElseThrow();
        assertThat(source.kind()).isEqualTo(Kind.TOKEN);
        assertThat(source.keys()).containsExactly(token.getBytes(StandardCharsets.US_ASCII));
        String rotated = new RotateHookSource(tool.hooks).run(Map.of("name", List.of("plugin")), List.of());
        assertThat(tool.hooks.find("plugin").orElseThrow().keys()).hasSize(2);
        assertThat(rotated).doesNotContain(token).contains("hft_");
        assertThat(tool.hooks.all(HERE).getFirst().formerEnds()).isAfter(Instant.EPOCH);
        tool.pass(Duration.ofHours(25));
        assertThat(tool.hooks.find("plugin").orElseThrow().keys()).hasSize(1);
        assertThatThrownBy(() -> new AddHookSource(tool.hooks, tool.platforms, tool.here)
                .run(Map.of("name", List.of("x"), "kind", List.of("magic")), List.of()))
                .isInstanceOf(CommandRefused.class).hasMessageStartingWith("--kind");
    }

    @Test
    void a_data_stream_of_canvas_has_an_account_and_no_secret() throws Exception {
        String printed = new AddHookSource(tool.hooks, tool.platforms, tool.here).run(
                Map.of("name", List.of("canvas"), "kind", List.of("canvas"), "account",
                        List.of("VicYj3cu5BIFpoZhDVU4DZumnlBrWi1grgJEzADs")),
                List.of());
        assertThat(printed).contains("/events/canvas/canvas");
        assertThat(tool.hooks.find("canvas").orElseThrow().keys())
                .containsExactly("VicYj3cu5BIFpoZhDVU4DZumnlBrWi1grgJEzADs".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> tool.hooks.rotate(HERE, "canvas")).hasMessageContaining("no secret");
        assertThatThrownBy(() -> tool.hooks.addCanvas(HERE, "other", "7", null)).hasMessageStartingWith("account");
    }

    @Test
    void a_disabled_source_is_as_if_it_did_not_exist_until_it_is_enabled() {
        tool.hooks.add(HERE, "quiet", Kind.SIGNED, null);
        assertThat(tool.hooks.enable(new TenantId("other"), "quiet", false)).isFalse();
        assertThat(tool.hooks.enable(HERE, "quiet", false)).isTrue();
        assertThat(tool.hooks.find("quiet")).isEmpty();
        assertThat(tool.hooks.all(HERE)).extracting(k -> k.enabled()).containsExactly(false);
        tool.hooks.enable(HERE, "quiet", true);
        assertThat(tool.hooks.find("quiet")).isPresent();
    }

    @Test
    void a_hint_has_the_roster_of_its_course_read_once_and_else_those_of_its_person() {
        UUID platform = tool.platforms.all(HERE).getFirst().id();
        CourseContext one = course(platform, "5");
        course(platform, "6");
        var hints = new HintedRosters(tool.store, tool.woken::add);
        assertThat(hints.changed(HERE, platform, Set.of("5", "unheard of"), Set.of())).isOne();
        assertThat(hints.changed(HERE, platform, Set.of("5"), Set.of())).isZero();
        assertThat(tool.woken).containsExactly(SyncRosters.NAME);
        assertThat(hints.changed(HERE, platform, Set.of(), Set.of("nobody"))).isZero();
        assertThat(hints.changed(new TenantId("other"), platform, Set.of("6"), Set.of())).isZero();

        Instant now = tool.clock.instant();
        assertThat(tool.courses.takeDue(Instant.EPOCH, now)).map(CourseContext::context).contains("5");
        new Members(tool.store).keep(one, Map.of("learner-1", new byte[]{1}), List.of());
        assertThat(hints.changed(HERE, platform, Set.of(), Set.of("learner-1"))).isOne();
    }

    private static CourseContext course(UUID platform, String context) {
        var course = new CourseContext(HERE, platform, context, UUID.randomUUID(), "A course",
                campus.uri("/members/" + context).toString(), null, null, 0);
        tool.courses.keep(course);
        return course;
    }
}
