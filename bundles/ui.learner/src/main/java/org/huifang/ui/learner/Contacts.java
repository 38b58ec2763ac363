// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerFile;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** When the learner was contacted, how, what for, and what came of it. */
final class Contacts extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int ENTRIES = 200;
    private static final Set<Class<? extends Fact>> CONTACTS = Set.of(Fact.Revisited.class, Fact.Notified.class,
            Fact.Answered.class, Fact.Greeted.class);

    private final transient Me me;
    private final Zone zone = new Zone();
    private transient @Nullable List<String> shown;

    Contacts(Me me) {
        this.me = me;
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var file = me.file();
            var now = me.happened(CONTACTS, ENTRIES).map(contact -> sentence(contact, file)).toList();
            if (!now.equals(shown)) {
                shown = now;
                zone.show(Parts.heading(getTranslation("me.contacts")), now.isEmpty()
                        ? Parts.aside(getTranslation("me.contacts.none"))
                        : Parts.list(now.stream().map(Parts::sentence).toList()));
            }
        });
    }

    private String sentence(Fact contact, LearnerFile file) {
        var at = Times.stamp(contact.at());
        return switch (contact) {
            case Fact.Revisited call -> getTranslation("me.contacts.call", at, Asked.about(call.step()),
                    Asked.course(file, call.course()), Words.of(call.outcome()));
            case Fact.Notified told -> getTranslation("me.contacts.told", at, Words.channel(told.channel()),
                    Asked.about(told.step()), Asked.course(file, told.course()));
            case Fact.Answered answered -> getTranslation("me.contacts.answered", at, Asked.about(answered.step()),
                    Asked.course(file, answered.course()));
            case Fact.Greeted greeted -> getTranslation("me.contacts.greeted", at, Words.channel(greeted.channel()),
                    Words.occasion(greeted.occasion()));
            default -> "";
        };
    }
}
