// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.ui.parts.Words;

/** What is different between two versions of a plan, as sentences. */
final class Differences {
    private final Desk desk;
    private final List<String> found = new ArrayList<>();

    private Differences(Desk desk) {
        this.desk = desk;
    }

    static List<String> between(Desk desk, PlanVersion before, PlanVersion after) {
        var differences = new Differences(desk);
        differences.plan(before, after);
        differences.steps(before, after);
        return List.copyOf(differences.found);
    }

    private void plan(PlanVersion before, PlanVersion after) {
        if (!before.name().equals(after.name())) {
            say("plans.diff.name", before.name(), after.name());
        }
        if (!Objects.equals(before.course(), after.course()) || !Objects.equals(before.tag(), after.tag())) {
            say("plans.diff.scope", desk.scope(before), desk.scope(after));
        }
    }

    private void steps(PlanVersion before, PlanVersion after) {
        for (var step : after.steps()) {
            Sketch.step(before, step.code()).ifPresentOrElse(old -> step(old, step),
                    () -> say("plans.diff.added", StepWords.name(step), StepWords.sentence(step)));
        }
        before.steps().stream().filter(step -> Sketch.step(after, step.code()).isEmpty())
                .forEach(step -> say("plans.diff.dropped", StepWords.name(step)));
        if (!kept(before, after).equals(kept(after, before))) {
            say("plans.diff.order");
        }
    }

    private void step(PlannedStep before, PlannedStep after) {
        if (before.equals(after)) {
            return;
        }
        var name = StepWords.name(after);
        if (!before.name().equals(after.name())) {
            say("plans.diff.named", StepWords.name(before), name);
        }
        if (!StepWords.when(before).equals(StepWords.when(after))) {
            say("plans.diff.when", name, StepWords.when(before), StepWords.when(after));
        }
        if (before.kind() != after.kind()) {
            say("plans.diff.kind", name, Words.of(before.kind()), Words.of(after.kind()));
        }
        if (before.minutes() != after.minutes()) {
            say("plans.diff.minutes", name, before.minutes(), after.minutes());
        }
        if (!Objects.equals(before.skill(), after.skill())) {
            say("plans.diff.skill", name, StepWords.skill(after.skill()));
        }
        if (before.notice() != after.notice()) {
            say("plans.diff.notice", name, StepWords.notice(after.notice()));
        }
    }

    /** The codes of the first that the second has as well, in order. */
    private static List<String> kept(PlanVersion of, PlanVersion in) {
        return of.steps().stream().map(PlannedStep::code).filter(code -> Sketch.step(in, code).isPresent()).toList();
    }

    private void say(String key, Object... arguments) {
        found.add(I18NProvider.translate(key, arguments));
    }
}
