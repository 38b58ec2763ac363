// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.theme.lumo.LumoUtility.Background;
import com.vaadin.flow.theme.lumo.LumoUtility.BorderRadius;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.UUID;
import java.util.function.Consumer;
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanPreview;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.api.revisit.Plans;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.jspecify.annotations.Nullable;

/** The counts of what was looked at once more, why it is done, and the button that does it. */
final class Publishing extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Runnable published;
    private final transient Consumer<UUID> undo;
    private final transient Working working;
    private final Paragraph counts = Pieces.sentence("");
    private final TextField note = Fields.text(getTranslation("plans.note"), 200);
    private final Span told = Pieces.told();
    private transient @Nullable PlanPreview preview;
    private transient PastSteps past = PastSteps.SKIP;

    /** @param undo takes the publishing of a plan back */
    Publishing(Desk desk, Drafting drafting, Working working, Runnable published, Consumer<UUID> undo) {
        this.desk = desk;
        this.drafting = drafting;
        this.working = working;
        this.published = published;
        this.undo = undo;
        note.setWidth("24rem");
        note.setMaxWidth("100%");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL, Padding.MEDIUM,
                Background.CONTRAST_5, BorderRadius.MEDIUM);
        getContent().add(counts, note,
                Layouts.line(Buttons.primary(getTranslation("plans.publish"), this::publish), told));
    }

    void show(PlanPreview looked, PastSteps with) {
        preview = looked;
        past = with;
        told.setText("");
        var total = PreviewLines.total(looked.steps());
        counts.setText(getTranslation("plans.publish.counts", looked.learners(), total.added(), total.moved(),
                total.exempted(), total.dueAtOnce(), Times.clock(looked.asOf().plus(Plans.PREVIEW_HOLDS),
                        Times.zone())));
    }

    private void publish() {
        boolean said = !note.getValue().isBlank();
        note.setInvalid(!said);
        if (!said || preview == null) {
            note.setErrorMessage(getTranslation("plans.note.missing"));
            note.focus();
            return;
        }
        told.setText("");
        var plan = drafting.current().plan();
        var tenant = Desk.tenant();
        var me = Desk.me();
        var why = note.getValue().strip();
        var choice = past;
        var token = preview.token();
        working.run(getTranslation("plans.publish.busy", preview.learners()),
                () -> desk.plans().publish(tenant, plan, choice, token, me, why),
                live -> live.ifPresentOrElse(this::done, this::refused));
    }

    private void done(PlanVersion live) {
        note.clear();
        published.run();
        UndoNotice.show(working.named(getTranslation("plans.published", live.version())),
                () -> undo.accept(live.plan()));
    }

    private void refused() {
        told.setText(getTranslation("plans.publish.refused"));
        working.sayAway(told.getText());
    }
}
