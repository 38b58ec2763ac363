// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.List;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.UndoNotice;

/** What the draft changes against the version that is live, in words; and the way to drop it. */
final class Changes extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Working working;
    private final transient Runnable dropped;

    Changes(Desk desk, Drafting drafting, Working working, Runnable dropped) {
        this.desk = desk;
        this.drafting = drafting;
        this.working = working;
        this.dropped = dropped;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
    }

    void show() {
        getContent().removeAll();
        var draft = drafting.current();
        var before = drafting.before();
        if (!drafting.draft()) {
            getContent().add(Pieces.quiet(getTranslation("plans.diff.nodraft")));
            return;
        }
        if (before.isEmpty()) {
            getContent().add(Pieces.quiet(getTranslation("plans.diff.first")),
                    Layouts.line(Buttons.small(getTranslation("plans.drop.plan"), this::dropPlan)));
            return;
        }
        getContent().add(Pieces.heading(getTranslation("plans.diff", before.get().version())),
                list(Differences.between(desk, before.get(), draft)));
        // what would be dropped is the colleague's as well
        if (!drafting.overtaken()) {
            getContent().add(Layouts.line(Buttons.small(getTranslation("plans.drop"), this::drop)));
        }
    }

    static Component list(List<String> differences) {
        if (differences.isEmpty()) {
            return Pieces.quiet(I18NProvider.translate("plans.diff.none"));
        }
        var list = new UnorderedList();
        list.addClassName(Margin.Vertical.NONE);
        differences.forEach(each -> list.add(new ListItem(each)));
        return list;
    }

    private void dropPlan() {
        var draft = drafting.current();
        desk.plans().dropDraft(Desk.tenant(), draft.plan());
        Links.go(PlansView.PATH);
        UndoNotice.show(getTranslation("plans.dropped"), () -> Links.go(PlansView.PATH + "/" + desk.plans()
                .create(Desk.tenant(), draft.name(), draft.course(), draft.tag(), draft.steps()).plan()));
    }

    private void drop() {
        var draft = drafting.current();
        desk.plans().dropDraft(Desk.tenant(), draft.plan());
        dropped.run();
        UndoNotice.show(getTranslation("plans.dropped"), () -> working.after(() -> {
            var again = desk.plans().draft(Desk.tenant(), draft.plan());
            desk.plans().saveDraft(Desk.tenant(), new PlanVersion(again.plan(), again.version(), draft.name(),
                    draft.course(), draft.tag(), again.status(), draft.steps(), null, null, draft.note()));
            dropped.run();
        }));
    }
}
