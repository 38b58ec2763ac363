// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.FontSize;
import com.vaadin.flow.theme.lumo.LumoUtility.Margin;
import java.util.List;
import java.util.UUID;
import org.huifang.api.identity.Account;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.ui.Links;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Shown;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.jspecify.annotations.Nullable;

/** What it is about, where it stands, whose it is, and how much working time is left. */
final class TicketHead extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Runnable changed;
    private final H1 title = new H1();
    private final Div state = Layouts.line();
    private final Div about = Layouts.line();
    private final Select<UUID> owner = new Select<>();
    private final transient Shown stated = new Shown();
    private final transient Shown told = new Shown();
    private transient List<UUID> staff = List.of();
    private transient @Nullable Ticket ticket;

    TicketHead(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        title.addClassNames(FontSize.XLARGE, Margin.NONE);
        owner.setAriaLabel(getTranslation("tickets.owner"));
        owner.setPrefixComponent(Pieces.quiet(getTranslation("tickets.owner")));
        owner.setItemLabelGenerator(desk::name);
        owner.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                give(event.getOldValue(), event.getValue());
            }
        });
        getContent().add(title, Layouts.line(state, owner, about));
    }

    void assign() {
        owner.focus();
    }

    void show(TicketFile file) {
        Ticket now = file.ticket();
        ticket = now;
        title.setText("#" + now.number() + " " + now.title());
        var ids = desk.staff().stream().map(Account::id).toList();
        if (!ids.equals(staff)) {
            staff = ids;
            owner.setItems(ids);
        }
        owner.setValue(now.owner());
        owner.setReadOnly(now.closed() != null);
        state(file);
        about(file);
    }

    private void state(TicketFile file) {
        Ticket now = file.ticket();
        String owed = TicketWords.owed(now, desk.now());
        String left = TicketWords.left(file);
        boolean late = now.late(desk.now());
        if (!stated.changed(now.state(), owed, late, left)) {
            return;
        }
        state.removeAll();
        state.add(Parts.state(now.state()));
        if (!owed.isEmpty()) {
            state.add(late ? Parts.warning(owed) : Pieces.quiet(owed));
        }
        if (!left.isEmpty()) {
            state.add(Pieces.quiet(left));
        }
    }

    private void about(TicketFile file) {
        Ticket now = file.ticket();
        String raiser = desk.raiser(now.learner());
        var course = desk.course(now.course());
        if (!told.changed(now.learner(), raiser, course, file.responseTook(), now.reopened(), file.unanswered(),
                file.asked(), now.area())) {
            return;
        }
        about.removeAll();
        about.add(Links.link(getTranslation("tickets.raiser", raiser), "files/" + now.learner()),
                Pieces.quiet(getTranslation("tickets.raised", Times.stamp(now.raised()))
                        + (course == null ? "" : " · " + course)));
        if (file.responseTook() != null) {
            about.add(Pieces.quiet(getTranslation("tickets.response.took", TicketWords.work(file.responseTook()))));
        }
        if (now.reopened() > 0) {
            about.add(Pieces.quiet(getTranslation("tickets.reopened", now.reopened())));
        }
        if (file.unanswered()) {
            about.add(Pieces.quiet(getTranslation("tickets.unanswered", file.asked())));
        }
        about.add(Pieces.quiet(Words.of(now.area())));
    }

    private void give(UUID from, UUID to) {
        Ticket one = ticket;
        if (one == null) {
            return;
        }
        desk.tickets().assign(Desk.tenant(), List.of(one.id()), to, Desk.account());
        changed.run();
        UndoNotice.show(getTranslation("tickets.assigned", 1, desk.name(to)), () -> {
            desk.tickets().assign(Desk.tenant(), List.of(one.id()), from, Desk.account());
            changed.run();
        });
    }
}
