// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.UUID;
import org.huifang.api.consent.ConsentEntry;
import org.huifang.api.consent.Consents;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Every word that was said, newest first, with who said it and where it can be seen. */
final class Events extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Desk desk;
    private final UUID learner;
    private final Zone zone;
    private int pages = 1;

    Events(Desk desk, UUID learner) {
        this.desk = desk;
        this.learner = learner;
        zone = new Zone(getTranslation("consents.events"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var rows = new ArrayList<Component>();
            String after = null;
            for (int page = 0; page < pages && (page == 0 || after != null); page++) {
                var read = desk.consents().ledger(Desk.tenant(), learner, after, PAGE);
                read.items().forEach(entry -> rows.add(row(entry)));
                after = read.next();
            }
            if (rows.isEmpty()) {
                zone.empty(getTranslation("consents.events.none"));
                return;
            }
            if (after != null) {
                rows.add(new Button(getTranslation("consents.events.more"), click -> {
                    pages++;
                    refresh();
                }));
            }
            zone.show(rows.toArray(Component[]::new));
        });
    }

    private Component row(ConsentEntry entry) {
        var purpose = entry.purpose().equals(Consents.CONTACT)
                ? getTranslation("consents.contact")
                : Words.purpose(entry.purpose());
        var what = new Span(getTranslation(entry.given() ? "consents.event.given" : "consents.event.withdrawn",
                purpose, Words.channel(entry.channel())));
        var proof = Pieces.quiet(getTranslation("consents.event.proof", entry.proof().isEmpty() ? "–" : entry.proof(),
                entry.version().isEmpty() ? "–" : entry.version(), basis(entry.basis())));
        var who = Pieces.quiet(Times.stamp(entry.at()) + " · " + desk.name(entry.author()));
        var line = Layouts.line(what, who, proof, text(entry));
        return line;
    }

    private String basis(String basis) {
        return switch (basis) {
            case "consent" -> getTranslation("consents.basis.consent");
            case "contract" -> getTranslation("consents.basis.contract");
            case "guardian" -> getTranslation("consents.basis.guardian");
            default -> basis;
        };
    }

    /** What was agreed to, in the words of that version. */
    private Component text(ConsentEntry entry) {
        @Nullable
        String words = entry.version().isEmpty()
                ? null
                : desk.consents().text(Desk.tenant(), entry.purpose(), getLocale().toLanguageTag(), entry.version())
                        .map(text -> text.text()).orElse(null);
        return words == null ? new Span() : Pieces.quiet("“" + words + "”");
    }
}
