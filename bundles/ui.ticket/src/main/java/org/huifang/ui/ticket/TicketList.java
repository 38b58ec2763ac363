// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.ticket;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.Page;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.identity.Account;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketRules;
import org.huifang.api.ticket.TicketState;
import org.huifang.ui.Keys;
import org.huifang.ui.Links;
import org.huifang.ui.parts.EmptyState;
import org.huifang.ui.parts.Layouts;
import org.huifang.ui.parts.ListFiles;
import org.huifang.ui.parts.MoreList;
import org.huifang.ui.parts.Times;
import org.huifang.ui.parts.UndoNotice;
import org.huifang.ui.parts.Words;
import org.huifang.ui.parts.Zone;
import org.jspecify.annotations.Nullable;

/** All tickets that something is owed on, the latest first, routed by area. */
final class TicketList extends Composite<Div> implements TicketsView.Page {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient Desk desk;
    private final Zone head = new Zone();
    private final Zone body = new Zone();
    private final Areas areas;
    private final ListFiles files;
    private final Select<UUID> course = new Select<>();
    private final Select<TicketState> state = new Select<>();
    private final Select<UUID> owner = new Select<>();
    private final Checkbox late = new Checkbox();
    private final Select<UUID> receiver = new Select<>();
    private final Button give = new Button();
    private final Div bulk;
    private final MoreList<TicketRow.Shown, TicketRow> list;
    private final transient List<TicketRow> rows = new ArrayList<>();
    private transient Map<UUID, String> courses = Map.of();
    private transient Map<UUID, String> people = Map.of();
    private transient Filter filter;
    private transient @Nullable Filter listed;
    private transient @Nullable Runnable undo;

    TicketList(Desk desk, Filter first) {
        this.desk = desk;
        this.filter = first;
        areas = new Areas(desk);
        list = new MoreList<>(shown -> shown.ticket().id(), shown -> row(), PAGE);
        list.setLabel(getTranslation("tickets.title"));
        list.getElement().setAttribute("tabindex", "0");
        Keys.on(list, "A", "tickets.key.assign", this::assign);
        Keys.on(list, "R", "tickets.key.reopen", this::reopen);
        Keys.on(list, "U", "tickets.key.undo", this::undoLast);
        prepare(course, "tickets.course", "tickets.course.all", id -> courses.getOrDefault(id, ""));
        prepare(state, "tickets.state", "tickets.state.open", Words::of);
        state.setItems(TicketState.values());
        prepare(owner, "tickets.owner", "tickets.owner.all", id -> people.getOrDefault(id, ""));
        late.setLabel(getTranslation("tickets.late.only"));
        late.addValueChangeListener(event -> changed(event.isFromClient()));
        files = new ListFiles(desk.export(), "tickets", Stream.of("tickets.file.number", "tickets.file.title",
                "tickets.state", "tickets.file.raiser", "tickets.file.area", "tickets.file.code", "tickets.course",
                "tickets.owner", "tickets.file.raised", "tickets.file.owed", "tickets.file.cause",
                "tickets.file.action", "tickets.file.closed").map(this::getTranslation).toList(),
                () -> {
                    var wanted = filter;
                    return ListFiles.rows((after, limit) -> page(wanted, after, limit), TicketList::cells);
                });
        receiver.setLabel(getTranslation("tickets.assign.to"));
        receiver.setItemLabelGenerator(id -> people.getOrDefault(id, ""));
        give.addClickListener(click -> assign());
        bulk = Layouts.closeForm(receiver, give);
        bulk.setVisible(false);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.MEDIUM);
        getContent().add(head, body);
    }

    void open(Filter wanted) {
        filter = wanted;
        refresh();
    }

    @Override
    public void refresh() {
        head.run(() -> {
            choices();
            areas.show(filter);
            if (areas.getParent().isEmpty()) {
                head.show(areas, Layouts.form(course, state, owner, late,
                        Links.link(getTranslation("tickets.mine"), TicketsView.PATH, "owner", Desk.account()), files),
                        bulk);
            }
        });
        body.run(() -> {
            if (filter.equals(listed)) {
                list.refresh();
            } else {
                rows.clear();
                list.from((after, limit) -> page(filter, after, limit));
                listed = filter;
            }
            files.setVisible(list.shown() > 0);
            if (list.shown() > 0) {
                if (list.getParent().isEmpty()) {
                    body.show(list);
                }
            } else if (filter.equals(Filter.NONE)) {
                body.show(new EmptyState(VaadinIcon.TOOLS, getTranslation("tickets.none"),
                        getTranslation("tickets.none.why")));
            } else {
                body.empty(getTranslation("tickets.nomatch"),
                        Links.link(getTranslation("tickets.clear"), TicketsView.PATH));
            }
            count();
        });
    }

    private Page<TicketRow.Shown> page(Filter wanted, @Nullable String after, int limit) {
        var page = desk.tickets().list(Desk.tenant(), wanted.asked(), after, limit);
        Map<UUID, LearnerSummary> raisers = desk.archive().summaries(Desk.tenant(),
                page.items().stream().map(Ticket::learner).collect(Collectors.toSet()));
        Map<String, String> codes = desk.rules().codes(Desk.tenant()).stream()
                .collect(Collectors.toMap(c -> c.area() + c.code(), TicketRules.SubCode::name));
        var now = desk.now();
        return new Page<>(page.items().stream().map(ticket -> {
            var raiser = raisers.get(ticket.learner());
            return new TicketRow.Shown(ticket, raiser == null ? "" : raiser.name(),
                    course(ticket), people.getOrDefault(ticket.owner(), ""),
                    codes.getOrDefault(ticket.area() + ticket.code(), ticket.code()), TicketWords.owed(ticket, now),
                    ticket.late(now));
        }).toList(), page.next());
    }

    private static List<String> cells(TicketRow.Shown shown) {
        var ticket = shown.ticket();
        return List.of("#" + ticket.number(), ticket.title(), Words.of(ticket.state()), shown.raiser(),
                Words.of(ticket.area()), shown.code(), shown.course(), shown.owner(), Times.stamp(ticket.raised()),
                shown.owed(), ticket.cause(), ticket.action(),
                ticket.closed() == null ? "" : Times.stamp(ticket.closed()));
    }

    private String course(Ticket ticket) {
        UUID id = ticket.course();
        return id == null ? "" : courses.getOrDefault(id, "");
    }

    private TicketRow row() {
        var row = new TicketRow(this::count);
        rows.add(row);
        return row;
    }

    /** Of the chosen tickets those that are still listed: what nobody sees, nobody means. */
    private List<Ticket> chosen() {
        return rows.stream().map(TicketRow::chosen).filter(Objects::nonNull).toList();
    }

    private void count() {
        rows.removeIf(row -> row.getParent().isEmpty());
        int chosen = chosen().size();
        give.setText(getTranslation("tickets.assign.count", chosen));
        bulk.setVisible(chosen > 0);
    }

    private void assign() {
        UUID to = receiver.getValue();
        var ids = chosen().stream().map(Ticket::id).toList();
        if (ids.isEmpty() || to == null) {
            receiver.focus();
            return;
        }
        body.run(() -> {
            Map<UUID, UUID> before = desk.tickets().assign(Desk.tenant(), ids, to, Desk.account());
            listed = null;
            refresh();
            offer(getTranslation("tickets.assigned", before.size(), people.getOrDefault(to, "")), () -> before.values()
                    .stream().distinct().forEach(former -> desk.tickets().assign(Desk.tenant(), before.keySet()
                            .stream().filter(id -> former.equals(before.get(id))).toList(), former, Desk.account())));
        });
    }

    private void reopen() {
        chosen().stream().filter(t -> t.state() == TicketState.SOLVED || t.state() == TicketState.CLOSED)
                .forEach(t -> desk.tickets().move(Desk.tenant(), t.id(), new Move.Reopen(""), Desk.account()));
        listed = null;
        refresh();
    }

    private void offer(String sentence, Runnable back) {
        Runnable once = () -> {
            undo = null;
            back.run();
            listed = null;
            refresh();
        };
        undo = once;
        UndoNotice.show(sentence, once);
    }

    private void undoLast() {
        Runnable last = undo;
        if (last != null) {
            last.run();
        }
    }

    private void choices() {
        var known = new HashMap<UUID, String>();
        List<Account> staff = desk.staff();
        staff.forEach(a -> known.put(a.id(), Desk.nameOf(a)));
        var titles = desk.courses();
        if (!titles.equals(courses)) {
            courses = titles;
            course.setItems(titles.keySet());
        }
        if (!known.equals(people)) {
            people = known;
            var ids = staff.stream().map(Account::id).toList();
            owner.setItems(ids);
            receiver.setItems(ids);
        }
        set(course, filter.course());
        set(state, filter.state());
        set(owner, filter.owner());
        late.setValue(filter.late());
    }

    private static <T> void set(Select<T> select, @Nullable T value) {
        if (!Objects.equals(select.getValue(), value)) {
            select.setValue(value);
        }
    }

    private <T> void prepare(Select<T> select, String label, String all,
            com.vaadin.flow.component.ItemLabelGenerator<T> words) {
        select.setLabel(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(all));
        select.setItemLabelGenerator(item -> item == null ? getTranslation(all) : words.apply(item));
        select.addValueChangeListener(event -> changed(event.isFromClient()));
    }

    private void changed(boolean byHand) {
        if (byHand) {
            Area area = filter.area();
            new Filter(area, course.getValue(), state.getValue(), owner.getValue(), late.getValue()).go();
        }
    }
}
