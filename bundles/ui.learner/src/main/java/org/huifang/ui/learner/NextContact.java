// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.consent.Decision;
import org.huifang.api.revisit.Kind;
import org.huifang.api.revisit.Notice;
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
    private final Map<String, NoticeCard> cards = new LinkedHashMap<>();

    NextContact(Me me) {
        this.me = me;
        zone = new Zone(getTranslation("me.next"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var file = me.file();
            var notices = notices(file);
            var told = notices.stream().flatMap(notice -> notice.about().stream()).map(Notice.About::obligation)
                    .toList();
            var now = me.services().revisits() == null
                    ? List.of(getTranslation("me.next.away"))
                    : me.owed(file).stream().filter(owed -> toCome(owed) && !told.contains(owed.id()))
                            .sorted(Comparator.comparing(Obligation::due)).limit(MOST)
                            .map(owed -> sentence(owed, file)).toList();
            var tokens = notices.stream().map(Notice::token).toList();
            if (!now.equals(shown) || !tokens.equals(List.copyOf(cards.keySet()))) {
                shown = now;
                arrange(tokens, file, now);
            }
            notices.forEach(notice -> Objects.requireNonNull(cards.get(notice.token())).show(notice));
        });
    }

    private List<Notice> notices(LearnerFile file) {
        var notices = me.services().notices();
        return notices == null
                ? List.of()
                : notices.of(me.tenant(), file.parts()).stream().filter(n -> n.status() != Notice.Status.OVER)
                        .limit(MOST).toList();
    }

    /** Contacts with a time first, each with what can be said to it; then what is owed and has no time yet. */
    private void arrange(List<String> tokens, LearnerFile file, List<String> sentences) {
        var notices = me.services().notices();
        cards.keySet().retainAll(tokens);
        var former = new HashMap<>(cards);
        cards.clear();
        if (notices != null) {
            tokens.forEach(token -> cards.put(token, Objects.requireNonNullElseGet(former.get(token),
                    () -> new NoticeCard(notices, about -> about(about, file), me::now))));
        }
        var rest = sentences.isEmpty() && cards.isEmpty()
                ? Parts.aside(getTranslation("me.next.none"))
                : Parts.list(sentences.stream().map(Parts::sentence).toList());
        zone.show(Stream.concat(cards.values().stream(), Stream.of(rest)).toArray(Component[]::new));
    }

    private String about(Notice.About about, LearnerFile file) {
        return getTranslation("me.notice.about", about.title().isBlank() ? Asked.about(about.step()) : about.title(),
                Asked.course(file, about.course()));
    }

    /** A questionnaire that is open waits for the learner, and stands above. */
    private static boolean toCome(Obligation owed) {
        if (owed.waits()) {
            return false; // nobody knows yet when, and it may never be
        }
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
        var about = owed.title().isEmpty() ? Asked.about(owed.step()) : owed.title();
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
