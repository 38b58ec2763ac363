// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.FontWeight;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.consent.Standing;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What holds now, for each purpose and channel. */
final class Matrix extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final UUID learner;
    private final Zone zone;
    private transient @Nullable List<Standing> shown;

    Matrix(Desk desk, UUID learner) {
        this.desk = desk;
        this.learner = learner;
        zone = new Zone(getTranslation("consents.now"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var now = desk.consents().current(Desk.tenant(), learner, desk.now());
            if (!now.equals(shown)) {
                shown = now;
                zone.show(Layouts.sections(now.stream().map(Standing::purpose).distinct()
                        .map(purpose -> part(purpose, now)).toArray(Div[]::new)));
            }
        });
    }

    private static Div part(String purpose, List<Standing> all) {
        var heading = new H3(Words.purpose(purpose));
        heading.addClassNames(FontSize.MEDIUM, FontWeight.SEMIBOLD, Margin.NONE);
        var channels = new ArrayList<Div>();
        all.stream().filter(one -> one.purpose().equals(purpose)).forEach(one -> {
            var channel = new Span(Words.channel(one.channel()));
            channel.setMinWidth("9em");
            channels.add(Layouts.line(channel, DecisionBadge.of(one.decision())));
        });
        var part = Layouts.column(heading);
        channels.forEach(part::add);
        return part;
    }
}
