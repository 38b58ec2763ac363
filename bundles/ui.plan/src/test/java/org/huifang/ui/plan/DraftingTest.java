// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.revisit.Anchor;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.api.revisit.Plans;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final TenantId SCHOOL = new TenantId("school");

    private final PlanVersion live = new PlanVersion(UUID.randomUUID(), 1, "All", null, null, PlanVersion.Status.LIVE,
            List.of(step("first", 5), step("mid", 5)), Instant.EPOCH, null, "");
    private PlanVersion stored = draft("All", step("first", 5), step("mid", 5));
    private int drawn;
    private final Drafting mine = drafting();
    private final Drafting theirs = drafting();

    @Test
    void of_two_who_change_one_draft_the_second_is_told_and_overwrites_nothing() {
        theirs.change(draft -> Sketch.changed(draft, step("first", 9)));

        mine.change(draft -> Sketch.named(draft, "Mine"));

        assertThat(stored).isEqualTo(draft("All", step("first", 9), step("mid", 5)));
        assertThat(mine.overtaken()).isTrue();
        assertThat(mine.kept()).isEmpty();
        assertThat(mine.current().name()).as("what was typed stays on the screen").isEqualTo("Mine");
        mine.change(draft -> Sketch.changed(draft, step("mid", 7)));
        assertThat(mine.waiting()).isEqualTo(2);
        assertThat(mine.current()).isEqualTo(draft("Mine", step("first", 5), step("mid", 7)));
        assertThat(stored.name()).isEqualTo("All");
    }

    @Test
    void both_are_put_together_when_one_says_so() {
        theirs.change(draft -> Sketch.changed(draft, step("first", 9)));
        mine.change(draft -> Sketch.named(draft, "Mine"));
        mine.change(draft -> Sketch.changed(draft, step("mid", 7)));

        mine.together();

        assertThat(stored).isEqualTo(draft("Mine", step("first", 9), step("mid", 7)));
        assertThat(mine.current()).isEqualTo(stored);
        assertThat(mine.overtaken()).isFalse();
        assertThat(mine.waiting()).isZero();
        mine.change(draft -> Sketch.named(draft, "Mine again"));
        assertThat(stored.name()).isEqualTo("Mine again");
    }

    @Test
    void theirs_is_shown_when_one_says_so() {
        theirs.change(draft -> Sketch.changed(draft, step("first", 9)));
        mine.change(draft -> Sketch.named(draft, "Mine"));

        mine.open(live.plan());

        assertThat(mine.current()).isEqualTo(stored);
        assertThat(mine.overtaken()).isFalse();
        mine.together();
        assertThat(stored.name()).as("nothing waits any more").isEqualTo("All");
    }

    @Test
    void who_only_looked_previews_nothing_else_than_what_is_shown() {
        assertThat(mine.fresh()).isTrue();
        theirs.change(draft -> Sketch.named(draft, "Theirs"));

        assertThat(mine.fresh()).isFalse();
        assertThat(mine.overtaken()).isTrue();
        assertThat(drawn).isEqualTo(2);
    }

    @Test
    void what_is_kept_beside_the_draft_is_read_again_and_what_waits_stays() {
        theirs.change(draft -> Sketch.named(draft, "Theirs"));
        mine.change(draft -> Sketch.named(draft, "Mine"));

        mine.others();

        assertThat(mine.current().name()).isEqualTo("Mine");
        assertThat(mine.versions()).hasSize(2);
        assertThat(mine.overtaken()).isTrue();
    }

    private Drafting drafting() {
        var drafting = new Drafting(plans(), () -> SCHOOL, () -> Instant.EPOCH, () -> drawn++);
        assertThat(drafting.open(live.plan())).isTrue();
        return drafting;
    }

    private PlanVersion draft(String name, PlannedStep... steps) {
        return new PlanVersion(live.plan(), 2, name, null, null, PlanVersion.Status.DRAFT, List.of(steps), null, null,
                "");
    }

    private static PlannedStep step(String code, int minutes) {
        return new PlannedStep(code, "", Kind.CALL, Anchor.START, 0, 0, 7, minutes, true);
    }

    /** As much of the store as an editor needs. */
    private Plans plans() {
        return (Plans) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[]{Plans.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "versions" -> Stream.of(stored, live).toList();
                    case "draft" -> stored;
                    case "saveDraft" -> save(Objects.requireNonNull(arguments));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private boolean save(Object... arguments) {
        if (arguments.length == 2) {
            throw new AssertionError("this would overwrite what a colleague has kept");
        }
        boolean same = stored.equals(arguments[1]);
        stored = same ? (PlanVersion) arguments[2] : stored;
        return same;
    }
}
