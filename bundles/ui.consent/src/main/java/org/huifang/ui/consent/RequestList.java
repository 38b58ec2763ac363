// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.consent.ChangeRequest;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Buttons;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Mask;
import org.huifang.ui.parts.Masked;
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
    private final Div list = Layouts.column();
    private final Span more = Pieces.quiet(getTranslation("consents.requests.more", PAGE));
    private final Map<UUID, Component> rows = new HashMap<>();
    private transient @Nullable List<ChangeRequest> shown;

    RequestList(Desk desk) {
        this.desk = desk;
        zone = new Zone(getTranslation("consents.requests"));
        getContent().add(zone);
    }

    /** Rows stay where they are, for somebody may be typing in one. */
    void refresh() {
        zone.run(() -> {
            var page = desk.requests().open(Desk.tenant(), null, PAGE);
            if (page.items().equals(shown)) {
                return;
            }
            var ids = page.items().stream().map(ChangeRequest::id).collect(Collectors.toSet());
            rows.entrySet().removeIf(row -> {
                boolean decided = !ids.contains(row.getKey());
                if (decided) {
                    list.remove(row.getValue());
                }
                return decided;
            });
            if (page.items().isEmpty()) {
                zone.empty(getTranslation("consents.requests.none"));
            } else {
                add(page.items());
                more.setVisible(page.next() != null);
                if (list.getParent().isEmpty()) {
                    zone.show(list, more);
                }
            }
            shown = page.items();
        });
    }

    private void add(List<ChangeRequest> requests) {
        var people = desk.archive().summaries(Desk.tenant(), requests.stream()
                .filter(request -> !rows.containsKey(request.id())).map(ChangeRequest::learner)
                .collect(Collectors.toSet()));
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            if (!rows.containsKey(request.id())) {
                var row = row(request, people.get(request.learner()));
                rows.put(request.id(), row);
                list.addComponentAtIndex(i, row);
            }
        }
    }

    private Component row(ChangeRequest request, @Nullable LearnerSummary person) {
        var name = Links.link(person == null ? request.learner().toString() : person.name(),
                "files/" + request.learner());
        var what = asked(request);
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

    /** What stands masked is shown in full for a minute; the learner sees that it was. */
    private Component asked(ChangeRequest request) {
        var what = new Masked();
        var field = Words.field(request.field());
        var masked = Mask.shown(request.field(), request.value());
        what.mask(getTranslation("consents.request", field, masked), "");
        if (masked.equals(request.value())) {
            return what;
        }
        var reveal = Buttons.quiet(getTranslation("consents.request.reveal"), () -> zone.run(() -> {
            desk.archive().record(new Delivery(Desk.tenant(), "staff", UUID.randomUUID().toString(),
                    List.of(new Fact.Revealed(request.learner(), request.field(), "check", Desk.author(),
                            desk.now()))));
            what.reveal(getTranslation("consents.request", field, request.value()), () -> {
                // the mask is back by itself
            });
        }));
        return Layouts.line(what, reveal);
    }

    private void decide(ChangeRequest request, boolean accepted, String reason) {
        zone.run(() -> {
            desk.requests().decide(Desk.tenant(), request.id(), accepted, reason, Desk.author(), desk.now());
            refresh();
        });
    }
}
