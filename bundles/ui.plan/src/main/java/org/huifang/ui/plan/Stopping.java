// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.plan;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import org.huifang.api.revisit.PlanVersion;
import org.huifang.ui.parts.Fields;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;

/** The end of a plan: with a reason, because it cannot be taken back. */
final class Stopping extends Composite<Details> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Drafting drafting;
    private final transient Runnable stopped;
    private final TextField reason = Fields.text(getTranslation("plans.stop.reason"), 200);

    Stopping(Desk desk, Drafting drafting, Runnable stopped) {
        this.desk = desk;
        this.drafting = drafting;
        this.stopped = stopped;
        reason.setWidth("24rem");
        reason.setMaxWidth("100%");
        var button = new Button(getTranslation("plans.stop.now"), click -> stop());
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        getContent().setSummaryText(getTranslation("plans.stop"));
        getContent().add(Layouts.slimColumn(Pieces.sentence(getTranslation("plans.stop.effect")), reason,
                Layouts.line(button)));
    }

    void show() {
        getContent().setVisible(drafting.find(PlanVersion.Status.LIVE).isPresent());
    }

    private void stop() {
        boolean said = !reason.getValue().isBlank();
        reason.setInvalid(!said);
        if (!said) {
            reason.setErrorMessage(getTranslation("plans.stop.missing"));
            reason.focus();
            return;
        }
        desk.plans().stop(Desk.tenant(), drafting.current().plan(), Desk.me(), reason.getValue().strip());
        reason.clear();
        getContent().setOpened(false);
        stopped.run();
    }
}
