// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Padding;
import java.util.ArrayList;
import java.util.List;
import org.huifang.api.archive.Enrolment;
import org.huifang.api.revisit.Sheet;
import org.huifang.ui.parts.Zone;

/** The questionnaires that wait for an answer; nothing when none does. */
final class Waiting extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private record Open(String token, String course) {}

    private final transient Me me;
    private final Zone zone;
    private transient List<Open> shown = List.of();

    Waiting(Me me) {
        this.me = me;
        zone = new Zone(getTranslation("me.waiting"));
        getContent().add(zone);
        setVisible(false);
    }

    void refresh() {
        zone.run(() -> {
            var open = open();
            setVisible(!open.isEmpty());
            if (!open.equals(shown)) {
                shown = open;
                zone.show(Parts.list(open.stream().map(this::link).toList()));
            }
        });
    }

    private List<Open> open() {
        var open = new ArrayList<Open>();
        var questionnaires = me.services().questionnaires();
        if (questionnaires != null) {
            var file = me.file();
            for (Enrolment enrolment : file.enrolments()) {
                for (var part : file.parts()) {
                    for (var token : questionnaires.tokens(me.tenant(), part, enrolment.course())) {
                        if (questionnaires.open(token).filter(s -> s.status() == Sheet.Status.OPEN).isPresent()) {
                            open.add(new Open(token, enrolment.courseTitle()));
                        }
                    }
                }
            }
        }
        return open;
    }

    private Anchor link(Open open) {
        var link = new Anchor("/s/" + open.token + "?l=" + me.launch() + "&lang=" + getLocale().toLanguageTag(),
                getTranslation("me.waiting.link", open.course));
        link.setRouterIgnore(true);
        link.addClassName(Padding.Vertical.SMALL);
        return link;
    }
}
