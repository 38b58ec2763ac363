// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.junit.jupiter.api.Test;

class SketchTest {
    private final PlanVersion draft = new PlanVersion(UUID.randomUUID(), 2, "All", null, null,
            PlanVersion.Status.DRAFT, List.of(step("first"), step("mid"), step("end")), null, null, "");

    @Test
    void steps_are_added_behind_another_or_in_front() {
        assertThat(codes(Sketch.added(draft, step("new"), "mid"))).containsExactly("first", "mid", "new", "end");
        assertThat(codes(Sketch.added(draft, step("new"), ""))).containsExactly("new", "first", "mid", "end");
    }

    @Test
    void a_step_moves_within_the_line_and_not_beyond_its_ends() {
        assertThat(codes(Sketch.moved(draft, "end", -1))).containsExactly("first", "end", "mid");
        assertThat(codes(Sketch.moved(draft, "first", 1))).containsExactly("mid", "first", "end");
        assertThat(Sketch.moved(draft, "first", -1)).isEqualTo(draft);
        assertThat(Sketch.moved(draft, "end", 1)).isEqualTo(draft);
        assertThat(Sketch.moved(draft, "nobody", 1)).isEqualTo(draft);
    }

    @Test
    void a_removed_step_comes_back_to_its_place() {
        var without = Sketch.removed(draft, "mid");

        assertThat(codes(without)).containsExactly("first", "end");
        assertThat(Sketch.added(without, step("mid"), "first")).isEqualTo(draft);
    }

    @Test
    void a_change_of_a_step_leaves_the_others_and_the_plan_alone() {
        var later = new PlannedStep("mid", "Halfway", Kind.QUESTIONNAIRE, Anchor.PROGRESS, 50, 0, 3, 0, false);

        var changed = Sketch.changed(draft, later);

        assertThat(changed.steps()).containsExactly(step("first"), later, step("end"));
        assertThat(changed.plan()).isEqualTo(draft.plan());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.status()).isEqualTo(PlanVersion.Status.DRAFT);
    }

    @Test
    void two_fresh_steps_are_not_taken_for_one() {
        assertThat(Sketch.fresh("New").code()).isNotEqualTo(Sketch.fresh("New").code());
    }

    @Test
    void the_parts_of_a_preview_add_up_over_all_steps() {
        var total = PreviewLines.total(List.of(new PlanPreview.Line("first", "", 1, 2, 3, 4, 5, 6, 7),
                new PlanPreview.Line("mid", "", 10, 20, 30, 40, 50, 60, 70)));

        assertThat(PreviewLines.owed(total)).isEqualTo(15 + 150);
        assertThat(total.dueAtOnce()).isEqualTo(66);
        assertThat(total.held()).isEqualTo(77);
    }

    private static PlannedStep step(String code) {
        return new PlannedStep(code, "", Kind.CALL, Anchor.START, 0, 0, 7, 5, true);
    }

    private static List<String> codes(PlanVersion version) {
        return version.steps().stream().map(PlannedStep::code).toList();
    }
}
