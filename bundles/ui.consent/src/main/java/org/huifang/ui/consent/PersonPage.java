// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.consent;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.UUID;
import org.huifang.ui.Links;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Zone;

/** One person: what holds, what was said, what keeps their data. */
final class PersonPage extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final UUID learner;
    private final Zone head = new Zone();
    private final Matrix matrix;
    private final Events events;
    private final Holds holds;
    private final Recording recording;
    private final Div rest = new Div();

    PersonPage(Desk desk, UUID learner) {
        this.desk = desk;
        this.learner = learner;
        matrix = new Matrix(desk, learner);
        events = new Events(desk, learner);
        holds = new Holds(desk, learner);
        recording = new Recording(desk, learner, this::refresh);
        rest.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XLARGE);
        rest.add(matrix, recording, events, holds);
        rest.setVisible(false);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.LARGE);
        getContent().add(head, rest);
    }

    void refresh() {
        head.run(() -> {
            var file = desk.archive().file(Desk.tenant(), learner).orElse(null);
            rest.setVisible(file != null);
            if (file == null) {
                head.show(new EmptyState(VaadinIcon.FILE_O, getTranslation("consents.nobody"),
                        getTranslation("consents.nobody.why")));
                return;
            }
            var name = new H2(file.name());
            name.addClassNames(FontSize.XLARGE, Margin.NONE);
            head.show(Layouts.slimColumn(Links.link(getTranslation("consents.back"), "files/" + learner), name));
            matrix.refresh();
            recording.refresh(file);
            events.refresh();
            holds.refresh();
        });
    }
}
