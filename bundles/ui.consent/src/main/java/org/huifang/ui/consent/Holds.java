// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.huifang.api.consent.LegalHold;
import org.huifang.api.identity.Role;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** Why nothing of this person may be erased. */
final class Holds extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final UUID learner;
    private final Zone zone;
    private final Div list = Layouts.column();
    private final TextField reason = new TextField();

    Holds(Desk desk, UUID learner) {
        this.desk = desk;
        this.learner = learner;
        zone = new Zone(getTranslation("consents.holds"));
        reason.setLabel(getTranslation("consents.hold.reason"));
        reason.setMaxLength(500);
        reason.setMinWidth("20em");
        zone.show(list, Layouts.closeForm(reason, new Button(getTranslation("consents.hold"), click -> hold())));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            list.removeAll();
            var holds = desk.retention().holds(Desk.tenant(), learner);
            if (holds.isEmpty()) {
                list.add(Pieces.quiet(getTranslation("consents.holds.none")));
            }
            holds.forEach(hold -> list.add(row(hold)));
        });
    }

    private Component row(LegalHold hold) {
        var line = Layouts.line(new Span(hold.reason()),
                Pieces.quiet(Times.stamp(hold.at()) + " · " + desk.name(hold.author())));
        var released = hold.released();
        var by = hold.releasedBy();
        if (released != null) {
            line.add(Pieces.quiet(getTranslation("consents.hold.released", Times.stamp(released),
                    by == null ? "" : desk.name(by))));
            return line;
        }
        if (!Viewer.current().any(Role.SUPERVISOR)) {
            return line;
        }
        var release = new Button(getTranslation("consents.hold.release"), click -> zone.run(() -> {
            desk.retention().release(Desk.tenant(), hold.id(), Desk.author(), desk.now());
            refresh();
        }));
        release.addThemeVariants(ButtonVariant.LUMO_SMALL);
        line.add(release);
        return line;
    }

    private void hold() {
        var typed = reason.getValue().strip();
        reason.setInvalid(typed.isEmpty());
        if (typed.isEmpty()) {
            reason.setErrorMessage(getTranslation("consents.hold.missing"));
            reason.focus();
            return;
        }
        zone.run(() -> {
            desk.retention().hold(Desk.tenant(), UUID.randomUUID(), learner, typed, Desk.author(), desk.now());
            reason.clear();
            refresh();
        });
    }
}
