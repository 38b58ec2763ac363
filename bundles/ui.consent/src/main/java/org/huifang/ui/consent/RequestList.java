// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.consent.ChangeRequest;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What learners ask to have changed and nobody has decided, oldest first. */
final class RequestList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    private final transient Desk desk;
    private final Zone zone;
    private transient @Nullable List<ChangeRequest> shown;

    RequestList(Desk desk) {
        this.desk = desk;
        zone = new Zone(getTranslation("consents.requests"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var page = desk.requests().open(Desk.tenant(), null, PAGE);
            if (page.items().equals(shown)) {
                return;
            }
            shown = page.items();
            if (page.items().isEmpty()) {
                zone.empty(getTranslation("consents.requests.none"));
                return;
            }
            Map<UUID, LearnerSummary> people = desk.archive().summaries(Desk.tenant(),
                    page.items().stream().map(ChangeRequest::learner).collect(Collectors.toSet()));
            var rows = Layouts.column();
            page.items().forEach(request -> rows.add(row(request, people.get(request.learner()))));
            if (page.next() != null) {
                rows.add(Pieces.quiet(getTranslation("consents.requests.more", PAGE)));
            }
            zone.show(rows);
        });
    }

    private Component row(ChangeRequest request, @Nullable LearnerSummary person) {
        var name = Links.link(person == null ? request.learner().toString() : person.name(),
                "files/" + request.learner());
        var what = new Span(getTranslation("consents.request", Words.field(request.field()), request.value()));
        var accept = Buttons.smallPrimary(getTranslation("consents.request.accept"), () -> decide(request, true, ""));
        var why = new TextField();
        why.setPlaceholder(getTranslation("consents.request.why"));
        why.setAriaLabel(getTranslation("consents.request.why"));
        why.setMaxLength(500);
        why.setMinWidth("20em");
        var refuse = new Button(getTranslation("consents.request.refuse"), click -> {
            why.setInvalid(why.getValue().isBlank());
            if (why.isInvalid()) {
                why.setErrorMessage(getTranslation("consents.request.missing"));
                why.focus();
            } else {
                decide(request, false, why.getValue().strip());
            }
        });
        refuse.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Layouts.column(Layouts.line(name, what, Pieces.quiet(Times.stamp(request.at()))),
                Layouts.closeForm(accept, why, refuse));
    }

    private void decide(ChangeRequest request, boolean accepted, String reason) {
        zone.run(() -> {
            desk.requests().decide(Desk.tenant(), request.id(), accepted, reason, Desk.author(), desk.now());
            refresh();
        });
    }
}
