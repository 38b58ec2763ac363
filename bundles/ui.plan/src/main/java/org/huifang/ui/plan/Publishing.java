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
import org.huifang.api.revisit.PastSteps;
import org.huifang.api.revisit.PlanPreview;
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
    private final Paragraph counts = Pieces.sentence("");
    private final TextField note = Fields.text(getTranslation("plans.note"), 200);
    private final Span told = Pieces.told();
    private transient @Nullable PlanPreview preview;
    private transient PastSteps past = PastSteps.SKIP;

    Publishing(Desk desk, Drafting drafting, Runnable published) {
        this.desk = desk;
        this.drafting = drafting;
        this.published = published;
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
        var plan = drafting.current().plan();
        var live = desk.plans().publish(Desk.tenant(), plan, past, preview.token(), Desk.me(), note.getValue().strip());
        if (live.isEmpty()) {
            told.setText(getTranslation("plans.publish.refused"));
            return;
        }
        note.clear();
        published.run();
        UndoNotice.show(getTranslation("plans.published", live.get().version()), () -> {
            boolean undone = desk.plans().undo(Desk.tenant(), plan, Desk.me());
            published.run();
            History.tell(undone);
        });
    }
}
