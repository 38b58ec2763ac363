// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.consent.ErasureDue;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Whose time is over, and what keeps it all the same: a list to look at, which erases nothing. */
final class RetentionList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int FILES = 500;

    private final transient Desk desk;
    private final Zone zone;
    private final Div rows = Layouts.column();
    private @Nullable String next;
    private long looked;
    private long found;

    RetentionList(Desk desk) {
        this.desk = desk;
        zone = new Zone(getTranslation("consents.retention"));
        zone.show(Pieces.quiet(getTranslation("consents.retention.how")), rows,
                new Div(new Button(getTranslation("consents.retention.look"), click -> look(click.getSource()))));
        getContent().add(zone);
    }

    private void look(Button button) {
        zone.run(() -> {
            var page = desk.retention().due(Desk.tenant(), desk.now(), next, FILES);
            next = page.next();
            looked += FILES;
            found += page.items().size();
            Map<UUID, LearnerSummary> people = desk.archive().summaries(Desk.tenant(),
                    page.items().stream().map(ErasureDue::learner).collect(Collectors.toSet()));
            page.items().forEach(due -> rows.add(row(due, people.get(due.learner()))));
            if (next == null) {
                rows.add(new Span(getTranslation("consents.retention.all", found)));
                button.setVisible(false);
            } else {
                button.setText(getTranslation("consents.retention.next", looked, found));
            }
        });
    }

    private Component row(ErasureDue due, @Nullable LearnerSummary person) {
        var name = Links.link(person == null ? due.learner().toString() : person.name(), "consents/" + due.learner());
        var what = new Span(getTranslation("consents.retention.due", data(due.data()), Times.day(due.due()),
                Times.day(due.last())));
        var kept = due.kept().stream().sorted()
                .map(keeps -> getTranslation("consents.keeps." + keeps.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" · "));
        return Layouts.line(name, what, kept.isEmpty()
                ? new Span(getTranslation("consents.retention.erase"))
                : Pieces.quiet(getTranslation("consents.retention.kept", kept)));
    }

    private String data(String data) {
        return switch (data) {
            case "contact" -> getTranslation("consents.data.contact");
            case "note" -> getTranslation("consents.data.note");
            case "consent" -> getTranslation("consents.data.consent");
            default -> data;
        };
    }
}
