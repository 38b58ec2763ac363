// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.AlignItems;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.TextColor;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.ScopeFields;
import org.huifang.ui.parts.Times;

/** What the plan is called, for whom it is, and which version of it is shown. */
final class PlanHead extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final H2 title = Pieces.name("");
    private final Div states = Layouts.line();
    private final Span kept = Pieces.told();
    private final Div elsewhere = Layouts.line();
    private final TextField name = Fields.text(getTranslation("plans.name"), 80);
    private final ScopeFields scope;

    private final transient Runnable reopen;
    private int waiting = -1;

    /** @param reopen reads the plan again, and shows what a colleague made of it */
    PlanHead(Desk desk, Drafting drafting, Runnable reopen) {
        this.desk = desk;
        this.drafting = drafting;
        this.reopen = reopen;
        scope = desk.scopeFields(this::scope);
        name.setWidth("18rem");
        Fields.typed(name, () -> drafting.change(draft -> Sketch.named(draft, name.getValue().strip())));
        elsewhere.getElement().setAttribute("role", "status");
        elsewhere.setVisible(false);
        var fields = new Div(name, scope);
        fields.addClassNames(FlexWrap.WRAP, AlignItems.BASELINE, Gap.MEDIUM, Display.HIDDEN,
                Display.Breakpoint.Medium.FLEX);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().add(title, states, elsewhere, fields, kept);
    }

    void show() {
        overtaken();
        var version = drafting.current();
        title.setText(Desk.name(version));
        states.removeAll();
        states.add(Standing.of(version.status()), new Span(getTranslation("plans.version", version.version())),
                Pieces.quiet(desk.scope(version)));
        if (version.status() == PlanVersion.Status.DRAFT) {
            drafting.find(PlanVersion.Status.LIVE).ifPresent(live -> states
                    .add(Pieces.quiet(getTranslation("plans.version.live", live.version()))));
        }
        if (!name.getValue().strip().equals(version.name())) {
            name.setValue(version.name());
        }
        if (version.name().isEmpty()) {
            name.setPlaceholder(Desk.name(version));
        }
        scope.show(version.course(), version.tag());
        kept.setText(drafting.overtaken()
                ? ""
                : drafting.refused()
                        ? getTranslation("plans.refused")
                        : drafting.kept().map(at -> getTranslation("plans.kept", Times.clock(at, Times.zone())))
                                .orElse(""));
    }

    /** As long as nothing is kept: says so, and offers what can be done about it. */
    private void overtaken() {
        elsewhere.setVisible(drafting.overtaken());
        if (!drafting.overtaken()) {
            waiting = -1;
        } else if (waiting != drafting.waiting()) {
            waiting = drafting.waiting();
            elsewhere.removeAll();
            elsewhere.add(Pieces.state(VaadinIcon.WARNING, getTranslation(
                    waiting == 0 ? "plans.overtaken.nothing" : "plans.overtaken", waiting), TextColor.WARNING));
            if (waiting > 0) {
                elsewhere.add(Buttons.small(getTranslation("plans.overtaken.together"), drafting::together));
            }
            elsewhere.add(Buttons.small(
                    getTranslation(waiting == 0 ? "plans.elsewhere.show" : "plans.overtaken.theirs"), reopen));
        }
    }

    /** @param differs whether the store has something else than the screen */
    void elsewhere(boolean differs) {
        if (drafting.overtaken()) {
            return;
        }
        elsewhere.removeAll();
        elsewhere.add(new Span(getTranslation("plans.elsewhere")),
                Buttons.small(getTranslation("plans.elsewhere.show"), reopen));
        elsewhere.setVisible(differs);
    }

    private void scope() {
        drafting.change(draft -> Sketch.scoped(draft, scope.course(), scope.tag()));
    }
}
