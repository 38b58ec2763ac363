// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.Flex;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import com.vaadin.flow.theme.lumo.LumoUtility.MinWidth;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.TicketFile;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** One ticket: what was said and done in the middle, what is known and missing at the side. */
final class TicketPage extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final UUID id;
    private final Zone zone = new Zone();
    private final Div told = new Div();
    private final TicketHead head;
    private final ThreadList thread;
    private final AnswerForm answer;
    private final SolutionPanel solution;
    private final ClosePanel closing;
    private transient @Nullable TicketFile shown;

    TicketPage(Desk desk, UUID id) {
        this.desk = desk;
        this.id = id;
        head = new TicketHead(desk, this::refresh);
        thread = new ThreadList(desk);
        answer = new AnswerForm(id, this::move);
        solution = new SolutionPanel(desk, id, this::move);
        closing = new ClosePanel(id, solution, this::move);
        told.getElement().setAttribute("role", "alert");
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(Back.link(getTranslation("tickets.back")), zone);
        getContent().getElement().setAttribute("tabindex", "-1");
        Keys.on(this, "R", "tickets.key.reopen", () -> move(new Move.Reopen("")));
        Keys.on(this, "A", "tickets.key.assign", head::assign);
        // only from within the form: whoever writes elsewhere does not mean to send the draft
        Keys.inside(answer, "Ctrl+Enter", "tickets.key.send", answer::send);
    }

    @Override
    public void refresh() {
        zone.run(() -> {
            TicketFile file = desk.tickets().file(Desk.tenant(), id).orElse(null);
            if (file == null) {
                zone.show(new EmptyState(VaadinIcon.TOOLS, getTranslation("tickets.unknown"),
                        getTranslation("tickets.unknown.why")));
                return;
            }
            boolean first = shown == null;
            shown = file;
            head.show(file);
            thread.show(file);
            answer.show(file);
            solution.show(file);
            closing.show(file);
            if (first) {
                zone.show(head, told, columns(Layouts.slimColumn(thread, answer),
                        Layouts.sections(solution, closing)));
            }
        });
    }

    /** Does it and shows what became of it; says why when it was refused. */
    private boolean move(Move move) {
        told.removeAll();
        boolean[] done = new boolean[1];
        zone.run(() -> {
            switch (desk.tickets().move(Desk.tenant(), id, move, Desk.account())) {
                case Moved.Done after -> done[0] = true;
                case Moved.Refused(Set<Moved.Reason> reasons) -> told.add(Parts.warning(
                        getTranslation("tickets.refused", reasons.stream().sorted().map(TicketWords::missing)
                                .collect(Collectors.joining(getTranslation("tickets.and"))))));
            }
            refresh();
        });
        return done[0];
    }

    private static Component columns(Div middle, Div side) {
        middle.addClassNames(Flex.ONE, MinWidth.NONE);
        middle.setMinWidth("min(100%, 26rem)");
        middle.getStyle().set("flex-grow", "3");
        side.addClassNames(Flex.ONE);
        side.setMinWidth("min(100%, 20rem)");
        side.getStyle().set("flex-grow", "2");
        var columns = new Div(middle, side);
        columns.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.XLARGE);
        return columns;
    }
}
