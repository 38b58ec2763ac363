// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import java.util.List;
import java.util.stream.Collectors;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.ScopeFields;
import org.huifang.ui.parts.Zone;

/** All plans: for whom each is, whether it is live, its steps; and the way to a new one. */
final class PlanList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone();
    private final TextField name = Fields.text(getTranslation("plans.name"), 80);
    private final ScopeFields scope;
    private transient List<PlanVersion> shown = List.of();
    private transient List<PlanVersion> drafts = List.of();

    PlanList(Desk desk) {
        this.desk = desk;
        scope = desk.scopeFields(() -> {
            // read when the plan is made
        });
        name.setWidth("18rem");
        var form = Layouts.line(name, scope, Buttons.primary(getTranslation("plans.new.now"), this::create));
        var fresh = new Details(getTranslation("plans.new"), Pieces.sentence(getTranslation("plans.new.how")), form);
        fresh.addClassNames(Display.HIDDEN, Display.Breakpoint.Medium.BLOCK);
        Layouts.innerPage(getContent());
        getContent().add(zone, fresh);
    }

    void refresh() {
        zone.run(() -> {
            var plans = desk.plans().all(Desk.tenant());
            var beside = plans.stream().filter(plan -> plan.status() != PlanVersion.Status.DRAFT)
                    .flatMap(plan -> desk.plans().versions(Desk.tenant(), plan.plan()).stream())
                    .filter(version -> version.status() == PlanVersion.Status.DRAFT).toList();
            if (plans.isEmpty()) {
                zone.show(new EmptyState(VaadinIcon.CALENDAR_CLOCK, getTranslation("plans.none"),
                        getTranslation("plans.none.why")));
            } else if (!plans.equals(shown) || !beside.equals(drafts)) {
                drafts = beside;
                var list = Layouts.list();
                plans.forEach(plan -> list.add(row(plan)));
                zone.show(Pieces.sentence(getTranslation("plans.order")), list);
            }
            shown = plans;
        });
    }

    private ListItem row(PlanVersion plan) {
        var link = Links.link(Desk.name(plan),
                PlansView.PATH + "/" + plan.plan());
        link.addClassName(FontWeight.SEMIBOLD);
        var steps = plan.steps().stream().map(StepWords::name).collect(Collectors.joining(" · "));
        var line = Layouts.line(link, new Span(desk.scope(plan)), Standing.of(plan.status()),
                Pieces.quiet(getTranslation("plans.version", plan.version())));
        drafts.stream().filter(draft -> draft.plan().equals(plan.plan())).forEach(draft -> line
                .add(Standing.of(draft.status()), Pieces.quiet(getTranslation("plans.version", draft.version()))));
        return Layouts.row(line, Pieces.quiet(steps.isEmpty() ? getTranslation("plans.steps.none") : steps));
    }

    private void create() {
        boolean named = !name.getValue().isBlank();
        name.setInvalid(!named);
        if (!named) {
            name.setErrorMessage(getTranslation("plans.name.missing"));
            name.focus();
            return;
        }
        zone.run(() -> {
            var steps = shown.stream().findFirst().map(PlanVersion::steps)
                    .orElseGet(() -> List.of(Sketch.fresh(getTranslation("plans.step.fresh"))));
            var made = desk.plans().create(Desk.tenant(), name.getValue().strip(), scope.course(), scope.tag(), steps);
            name.clear();
            Links.go(PlansView.PATH + "/" + made.plan());
        });
    }
}
