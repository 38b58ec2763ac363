// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What was promised to the learner and is not done. */
final class Issues extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Me me;
    private final Zone zone;
    private transient @Nullable List<String> shown;

    Issues(Me me) {
        this.me = me;
        zone = new Zone(getTranslation("me.issues"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var now = me.services().revisits() == null
                    ? List.of(getTranslation("me.next.away"))
                    : me.owed(me.file()).stream().filter(owed -> Asked.promised(owed) != null).map(this::sentence)
                            .toList();
            if (!now.equals(shown)) {
                shown = now;
                zone.show(now.isEmpty()
                        ? Parts.aside(getTranslation("me.issues.none"))
                        : Parts.list(now.stream().map(Parts::sentence).toList()));
            }
        });
    }

    private String sentence(Obligation owed) {
        var promised = Asked.promised(owed);
        return promised == null
                ? ""
                : getTranslation("me.issues.callback", Times.stamp(owed.attempts().getLast().at()),
                        Times.stamp(promised), Asked.about(owed.step()));
    }
}
