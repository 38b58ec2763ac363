// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.events;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.huifang.api.events.UnmappedEvents.Count;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** Learning events that were accepted and say nothing that a file keeps. */
final class CountsPart extends Composite<Div> implements Part {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final Zone zone = new Zone(getTranslation("hooks.unmapped"));
    private transient @Nullable List<Count> shown;

    CountsPart(Desk desk) {
        this.desk = desk;
        getContent().add(zone);
    }

    @Override
    public void load() {
        zone.run(() -> {
            var counts = desk.unmapped().counts(Desk.tenant());
            if (counts.equals(shown)) {
                return;
            }
            shown = counts;
            if (counts.isEmpty()) {
                zone.empty(getTranslation("hooks.unmapped.none"));
                return;
            }
            var rows = Layouts.list();
            counts.forEach(each -> rows.add(Looks.row(Layouts.line(Pieces.strong(each.type()),
                    Pieces.quiet(each.source()),
                    Pieces.quiet(getTranslation("hooks.unmapped.times", each.times(), Times.stamp(each.last())))))));
            zone.show(rows);
        });
    }
}
