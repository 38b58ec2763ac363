// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.learner;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.huifang.api.revisit.Obligation;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** What the learner told us, how it stands, and the word whether it is solved; and what was promised besides. */
final class Issues extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    private final transient Me me;
    private final Zone zone;
    private final Map<UUID, IssueCard> cards = new LinkedHashMap<>();
    private transient @Nullable List<String> shown;

    Issues(Me me) {
        this.me = me;
        zone = new Zone(getTranslation("me.issues"));
        getContent().add(zone);
    }

    void refresh() {
        zone.run(() -> {
            var issues = issues();
            var promises = me.services().revisits() == null
                    ? List.of(getTranslation("me.next.away"))
                    : me.owed(me.file()).stream().filter(owed -> Asked.promised(owed) != null)
                            .map(this::sentence).toList();
            var ids = issues.stream().map(issue -> issue.ticket()).toList();
            if (!promises.equals(shown) || !ids.equals(List.copyOf(cards.keySet()))) {
                shown = promises;
                arrange(ids, promises);
            }
            issues.forEach(issue -> Objects.requireNonNull(cards.get(issue.ticket())).show(issue));
        });
    }

    private List<org.huifang.api.ticket.Asked> issues() {
        var confirmations = me.services().confirmations();
        return confirmations == null
                ? List.of()
                : confirmations.of(me.tenant(), me.file().parts()).stream().limit(MOST).toList();
    }

    /** What is being typed into a card stays. */
    private void arrange(List<UUID> ids, List<String> promises) {
        var confirmations = me.services().confirmations();
        var former = new HashMap<>(cards);
        cards.clear();
        if (confirmations != null) {
            ids.forEach(id -> cards.put(id,
                    Objects.requireNonNullElseGet(former.get(id), () -> new IssueCard(confirmations))));
        }
        var rest = promises.isEmpty() && cards.isEmpty()
                ? Parts.aside(getTranslation("me.issues.none"))
                : Parts.list(promises.stream().map(Parts::sentence).toList());
        zone.show(Stream.concat(cards.values().stream(), Stream.of(rest)).toArray(Component[]::new));
    }

    private String sentence(Obligation owed) {
        var promised = Asked.promised(owed);
        return promised == null
                ? ""
                : getTranslation("me.issues.callback", Times.stamp(owed.attempts().getLast().at()),
                        Times.stamp(promised), Asked.about(owed.step()));
    }
}
