// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.archive.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import org.huifang.api.archive.Scorecard;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;

/** Whether the files get better: the measures once a month, the newest first. */
final class Trend extends Composite<Div> {
    static final int MONTHS = 12;
    private static final long serialVersionUID = 1L;

    private final Zone zone = new Zone(getTranslation("quality.trend"));

    Trend() {
        getContent().add(zone);
        setVisible(false);
    }

    /** Nothing is to be seen before there is something to compare. */
    void show(List<Scorecard> months) {
        setVisible(months.size() > 1);
        zone.show(Layouts.list(months.stream().map(this::row).toArray(Component[]::new)));
    }

    private ListItem row(Scorecard card) {
        return Measures.row(Times.day(card.asOf()), card.files(), Measures.of("quality.completeness",
                card.completeness()), Measures.of("quality.accuracy", card.accuracy()),
                Measures.of("quality.currentness", card.currentness()),
                Measures.of("quality.traceability", card.traceability()));
    }
}
