// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import org.huifang.api.revisit.PlannedStep;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;

/** The chosen node, and what can be done to the line: add a step, remove it, move it. */
final class StepPart extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Drafting drafting;
    private final transient Spot spot;
    private final transient Working working;
    private final H3 heading = Pieces.heading("");
    private final StepFields fields;
    private final Paragraph none = Pieces.sentence(getTranslation("plans.steps.none"));
    private final Button earlier = Buttons.quiet(getTranslation("plans.step.earlier"), VaadinIcon.ARROW_LEFT,
            () -> move(-1));
    private final Button later = Buttons.quiet(getTranslation("plans.step.later"), VaadinIcon.ARROW_RIGHT,
            () -> move(1));
    private final Button remove = Buttons.quiet(getTranslation("plans.step.remove"), VaadinIcon.TRASH, this::remove);

    StepPart(Desk desk, Drafting drafting, Spot spot, Working working) {
        this.drafting = drafting;
        this.spot = spot;
        this.working = working;
        fields = new StepFields(desk, step -> drafting.change(draft -> Sketch.changed(draft, step)));
        var add = Buttons.quiet(getTranslation("plans.step.add"), VaadinIcon.PLUS, this::add);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(heading, none, fields, Layouts.line(earlier, later, remove, add));
    }

    void show() {
        var version = drafting.current();
        var step = Sketch.step(version, spot.step()).or(() -> version.steps().stream().findFirst());
        spot.step(step.map(PlannedStep::code).orElse(""));
        none.setVisible(step.isEmpty());
        for (Component part : List.of(heading, fields, earlier, later, remove)) {
            part.setVisible(step.isPresent());
        }
        step.ifPresent(each -> {
            int place = Sketch.index(version, each.code());
            heading.setText(getTranslation("plans.step.heading", place + 1, StepWords.name(each)));
            earlier.setVisible(place > 0);
            later.setVisible(place < version.steps().size() - 1);
            fields.show(each);
        });
    }

    private void add() {
        var fresh = Sketch.fresh(getTranslation("plans.step.fresh"));
        var after = spot.step();
        spot.step(fresh.code());
        drafting.change(draft -> Sketch.added(draft, fresh, after));
    }

    private void move(int by) {
        drafting.change(draft -> Sketch.moved(draft, spot.step(), by));
    }

    private void remove() {
        var before = drafting.current();
        Sketch.step(before, spot.step()).ifPresent(step -> {
            int place = Sketch.index(before, step.code());
            var former = place == 0 ? "" : before.steps().get(place - 1).code();
            drafting.change(draft -> Sketch.removed(draft, step.code()));
            UndoNotice.show(getTranslation("plans.step.removed", StepWords.name(step)), () -> working.after(() -> {
                spot.step(step.code());
                drafting.change(draft -> Sketch.added(Sketch.removed(draft, step.code()), step, former));
            }));
        });
    }
}
