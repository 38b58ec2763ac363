// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.UUID;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;

/** The versions that were published, and the way back from the last one. */
final class History extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int STAYS_MS = 5_000;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Runnable undone;
    private final transient Working working;
    private final Div list = Layouts.slimColumn();
    private transient List<PlanVersion> shown = List.of();

    History(Desk desk, Drafting drafting, Working working, Runnable undone) {
        this.desk = desk;
        this.drafting = drafting;
        this.working = working;
        this.undone = undone;
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        getContent().add(list);
    }

    /** Takes the last publishing of a plan back, where nothing of it has fallen due yet. */
    void undo(UUID plan) {
        var tenant = Desk.tenant();
        var me = Desk.me();
        working.after(() -> working.run(getTranslation("plans.undo.busy"),
                () -> desk.plans().undo(tenant, plan, me), back -> {
                    undone.run();
                    Notification.show(working.named(getTranslation(back ? "plans.undo.done" : "plans.undo.late")),
                            STAYS_MS, Notification.Position.BOTTOM_START);
                }));
    }

    void show() {
        var published = drafting.versions().stream()
                .filter(version -> version.status() != PlanVersion.Status.DRAFT).toList();
        if (published.equals(shown) && list.getComponentCount() > 0) {
            return;
        }
        shown = published;
        list.removeAll();
        list.add(Pieces.heading(getTranslation("plans.history")));
        if (published.isEmpty()) {
            list.add(Pieces.quiet(getTranslation("plans.history.none")));
            return;
        }
        var rows = Layouts.list();
        published.forEach(version -> rows.add(Layouts.row(row(version))));
        list.add(rows);
    }

    private Div row(PlanVersion version) {
        var line = Layouts.line(
                Links.link(getTranslation("plans.version", version.version()),
                        PlansView.PATH + "/" + version.plan() + "/versions/" + version.version()),
                Standing.of(version.status()), Pieces.quiet(since(desk, version)));
        if (!version.note().isBlank()) {
            line.add(new Span(version.note()));
        }
        if (version.status() == PlanVersion.Status.LIVE && version.by() != null) {
            line.add(Buttons.small(getTranslation("plans.undo"), () -> undo(version.plan())));
        }
        return line;
    }

    static String since(Desk desk, PlanVersion version) {
        var at = version.published();
        var by = version.by();
        if (at == null) {
            return "";
        }
        return by == null
                ? I18NProvider.translate("plans.since", Times.stamp(at))
                : I18NProvider.translate("plans.since.by", Times.stamp(at), desk.who(by));
    }
}
