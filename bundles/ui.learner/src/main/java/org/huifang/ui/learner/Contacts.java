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

/** When the learner was contacted, what for, and what came of it. */
final class Contacts extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int ENTRIES = 200;

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
            var now = me.happened(Set.of(Fact.Revisited.class), ENTRIES).map(Fact.Revisited.class::cast)
                    .map(call -> sentence(call, file)).toList();
            if (!now.equals(shown)) {
                shown = now;
                zone.show(Parts.heading(getTranslation("me.contacts")), now.isEmpty()
                        ? Parts.aside(getTranslation("me.contacts.none"))
                        : Parts.list(now.stream().map(Parts::sentence).toList()));
            }
        });
    }

    private String sentence(Fact.Revisited call, LearnerFile file) {
        return getTranslation("me.contacts.call", Times.stamp(call.at()), Asked.about(call.step()),
                Asked.course(file, call.course()), Words.of(call.outcome()));
    }
}
