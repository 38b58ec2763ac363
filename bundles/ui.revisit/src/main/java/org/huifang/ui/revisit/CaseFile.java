// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.archive.TimelineEntry;
import org.huifang.api.revisit.Obligation;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.Viewer;
import org.huifang.ui.parts.Times;
import org.jspecify.annotations.Nullable;

/** The person of the case in hand, and what to say: promise and tickets, purpose, script, what to ask, what was before. */
final class CaseFile extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private record Shown(Case now, LearnerFile file, List<Obligation> all, List<Ticket> tickets,
            List<TimelineEntry> last) {}

    private final transient Desk desk;
    private final Div head = new Div();
    private final Div acts = new Div();
    private final ActionPanel panel;
    private final ScriptRunner script;
    private final AskAlso also;
    private final Div tail = part();
    private transient @Nullable Shown shown;

    CaseFile(Desk desk, Typed typed, Actions actions) {
        this.desk = desk;
        panel = new ActionPanel(actions, () -> acts.getChildren().findFirst().map(Button.class::cast)
                .ifPresent(Button::focus));
        script = new ScriptRunner(desk, typed);
        also = new AskAlso(desk.asking());
        acts.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.SMALL);
        for (var act : ActionPanel.Act.values()) {
            var button = new Button(getTranslation(act.label()),
                    click -> panel.open(act, Objects.requireNonNull(shown).now()));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            acts.add(button);
        }
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(head, acts, panel, script, also, tail);
    }

    private static Div part() {
        var part = new Div();
        part.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        return part;
    }

    /** Shows the person of this case; what has not changed stays as it is. */
    void show(Case now, LearnerFile file) {
        var tenant = Desk.tenant();
        var all = desk.revisits().of(tenant, file.parts());
        var read = new Shown(now, file, all, tickets(file),
                desk.archive().timeline(tenant, file.id(), null, CaseTail.LAST).items());
        script.show(now, file, slots(read));
        if (read.equals(shown)) {
            return;
        }
        if (shown == null || !shown.now().id().equals(now.id())) {
            panel.setVisible(false);
        }
        shown = read;
        acts.setVisible(now.open());
        head.removeAll();
        head.add(new CaseHead(now, file, all, read.tickets(), desk.now()));
        also.show(now.first(), file.id());
        tail.removeAll();
        tail.add(new CaseFacts(desk.clock(), file, now.first().course()),
                new CaseTail(file, all, read.last(), desk::name));
    }

    private List<Ticket> tickets(LearnerFile file) {
        var tickets = desk.tickets();
        return tickets == null
                ? List.of()
                : tickets.of(Desk.tenant(), file.parts()).stream().filter(t -> t.state() != TicketState.CLOSED)
                        .toList();
    }

    private Map<String, String> slots(Shown read) {
        return Filling.of(read.file(), read.now().first().course(), desk.studies(read.file().id()), read.all(),
                Viewer.current().displayName(), desk.school(),
                Filling.language(read.file(), getLocale().toLanguageTag()), Times.zone());
    }
}
