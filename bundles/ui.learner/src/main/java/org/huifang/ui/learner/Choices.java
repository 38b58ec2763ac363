// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import org.huifang.ui.parts.Zone;

/** How the learner wants to be reached, and for what. Every change holds at once and says so. */
final class Choices extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final Preferences preferences;
    private final ConsentChoices consents;

    Choices(Me me) {
        preferences = new Preferences(me);
        consents = new ConsentChoices(me);
        var zone = new Zone(getTranslation("me.choices"));
        zone.show(preferences, consents);
        getContent().add(zone);
    }

    void refresh() {
        preferences.refresh();
        consents.refresh();
    }
}
