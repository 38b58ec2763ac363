// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.consent.Decision;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.revisit.State;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** When somebody will want something of the learner, and why. */
final class NextContact extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 3;

    private final transient Me me;
    private final Zone zone;
    private transient @Nullable List<String> shown;

    NextContact(Me me) {
        this.me = me;
        zone = new Zone(getTranslation("me.next"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var file = me.file();
            var now = me.services().revisits() == null
                    ? List.of(getTranslation("me.next.away"))
                    : me.owed(file).stream().filter(NextContact::toCome)
                            .sorted(Comparator.comparing(Obligation::due)).limit(MOST)
                            .map(owed -> sentence(owed, file)).toList();
            if (!now.equals(shown)) {
                shown = now;
                zone.show(now.isEmpty()
                        ? Parts.aside(getTranslation("me.next.none"))
                        : Parts.list(now.stream().map(Parts::sentence).toList()));
            }
        });
    }

    /** A questionnaire that is open waits for the learner, and stands above. */
    private static boolean toCome(Obligation owed) {
        return owed.kind() == Kind.QUESTIONNAIRE ? owed.state() == State.SCHEDULED : owed.state().open();
    }

    /** False when the learner said no; having said nothing is no "no". */
    private boolean mayCall() {
        return switch (me.services().consents().may(me.tenant(), me.learner(), "revisit", "phone", me.now())) {
            case Decision.Withdrawn no -> false;
            case Decision.DoNotContact no -> false;
            default -> true;
        };
    }

    private String sentence(Obligation owed, LearnerFile file) {
        var about = Asked.about(owed.step());
        var course = Asked.course(file, owed.course());
        if (owed.kind() == Kind.QUESTIONNAIRE) {
            return getTranslation("me.next.questionnaire", Times.day(owed.opens()), Times.day(owed.due()), about,
                    course);
        }
        if (!mayCall()) {
            return getTranslation("me.next.stopped", about, course);
        }
        var promised = Asked.promised(owed);
        if (promised == null && owed.state() == State.OVERDUE) {
            return getTranslation("me.next.late", Times.day(owed.due()), about, course);
        }
        return promised == null
                ? getTranslation("me.next.call", Times.day(owed.opens()), Times.day(owed.due()), about, course)
                : getTranslation("me.next.callback", Times.stamp(promised), about, course);
    }
}
